"""Reading aloud: one child program at a time, never Kivy's sound."""
