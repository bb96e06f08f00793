"""A person's own requests."""
