"""All answers once more before they are sent."""
