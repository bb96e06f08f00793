"""What a person must know before asking."""
