"""One person's time at the screen."""
