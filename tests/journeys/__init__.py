"""Whole stories, told through the real screens, commands and files."""
