"""The entries of one home tile."""
