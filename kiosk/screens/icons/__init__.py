"""Pictures of the Phosphor family (MIT, see LICENSE), as their makers drew them.

`duotone` is the collection that content may name (topics, stages, choices), `line` is for buttons.
"""
