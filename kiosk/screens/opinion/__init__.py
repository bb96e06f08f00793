"""What somebody makes of a page."""
