"""The choice of languages."""
