"""Where bundles come and go, in a process of its own that never loads Kivy."""
