"""Figures about the work of the desks; no person and no topic."""
