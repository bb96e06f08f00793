"""The warning before a visit ends by itself."""
