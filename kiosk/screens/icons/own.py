"""Pictures of our own."""

OWN = {
    "mark": "M0,64H168L252,128L168,192H0Z",
    "mark-back": "M256,64H88L4,128L88,192H256Z",
}
"""The signpost of our name, pointing on in each direction of reading."""
