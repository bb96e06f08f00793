"""The content that is shipped, checked for what could hurt somebody."""
