"""The screen while staff have closed it."""
