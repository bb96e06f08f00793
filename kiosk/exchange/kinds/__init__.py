"""What is particular to each kind of entry, one file a kind."""
