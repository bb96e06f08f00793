"""Turns what authors write into entries."""
