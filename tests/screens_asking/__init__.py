"""The screens for asking, watched without Kivy where possible."""
