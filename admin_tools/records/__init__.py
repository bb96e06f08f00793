"""The office's own records: which kiosks, which sealed items, which people, who opened what."""
