"""The commands of `signpost`, one file for each group."""
