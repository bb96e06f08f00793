"""What should happen, and when."""
