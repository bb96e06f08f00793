"""The week on one wing."""
