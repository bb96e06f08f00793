"""What a person can ask, and what comes back."""
