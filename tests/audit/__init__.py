"""Looks at every screen as a careful stranger would."""
