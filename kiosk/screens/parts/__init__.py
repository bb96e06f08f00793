"""The shared widgets: each is drawn once, in millimetres."""
