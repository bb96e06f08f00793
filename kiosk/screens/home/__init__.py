"""The twelve tiles."""
