"""One question on one page."""
