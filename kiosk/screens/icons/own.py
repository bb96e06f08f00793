"""Pictures of our own."""

OWN = {
    "mark": "M0,64H168L252,128L168,192H0Z",
    "mark-back": "M256,64H88L4,128L88,192H256Z",
    "pause": "M52,44H104V212H52ZM152,44H204V212H152Z",
    "play": "M68,28L228,128L68,228Z",
    "stop": "M48,48H208V208H48Z",
    "again": "M128,40A96,96,0,1,1,36,108L62,116A69,69,0,1,0,128,67V102L58,54L128,6Z",
    "slower": (
        "M14,196A114,114,0,0,1,242,196H214A86,86,0,0,0,42,196ZM122,206L58,134L78,118L146,186Z"
    ),
    "faster": (
        "M14,196A114,114,0,0,1,242,196H214A86,86,0,0,0,42,196ZM134,206L198,134L178,118L110,186Z"
    ),
}
"""The signpost of our name, pointing on in each direction of reading, then the buttons of reading
aloud."""
