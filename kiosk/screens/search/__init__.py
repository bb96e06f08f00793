"""Looking for words."""
