"""Ask for help: which form."""
