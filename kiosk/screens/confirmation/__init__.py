"""What was saved, with its number."""
