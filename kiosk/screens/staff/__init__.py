"""What staff see while their stick is in."""
