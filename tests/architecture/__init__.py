"""The law of the house, held by tests."""
