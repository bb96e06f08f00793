"""Exchanges entries with the formats that others use."""
