"""What there is, by choices."""
