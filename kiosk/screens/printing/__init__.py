"""The pages that somebody put aside for printing."""
