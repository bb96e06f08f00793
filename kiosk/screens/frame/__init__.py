"""What stands around every screen."""
