"""The office, the authoring machine, the keys."""
