"""One request with its answer."""
