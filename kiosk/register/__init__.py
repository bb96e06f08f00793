"""Which stick came and went, and what was turned away."""
