"""Makes and keeps the keys."""
