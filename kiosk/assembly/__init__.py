"""Where the parts are made and joined."""
