"""Pages of the catalogue on paper."""
