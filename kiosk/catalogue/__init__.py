"""What a person can look up: what holds today, here, in this language."""
