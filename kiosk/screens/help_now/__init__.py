"""Help that cannot wait."""
