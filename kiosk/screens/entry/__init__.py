"""One entry."""
