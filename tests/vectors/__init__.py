"""One good and one broken file for every refusal."""
