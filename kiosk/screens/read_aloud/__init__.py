"""The question before something private is read aloud."""
