"""Publishes checked content, so that a kiosk can believe it."""
