"""The tests of the house, room by room."""
