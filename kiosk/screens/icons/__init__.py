"""Pictures of the Phosphor family (MIT, see LICENSE), as their makers drew them."""
