"""What a person sees and touches, without and with a window."""
