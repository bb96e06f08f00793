"""The screen on which an installer measures a panel and sets it up."""
