"""Text drawn through Pango, so that every script reads as its readers expect."""
