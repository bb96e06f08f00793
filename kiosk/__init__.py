"""The kiosk on the wing."""
