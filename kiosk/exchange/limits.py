"""Every limit of the exchange, with its unit and its reason."""

WORDS = 200
"""Characters in a title, label or choice: one line or two on the smallest screen."""
TEXT = 2_000
"""Characters in a paragraph: a text engine drew 2,000,000 for 4.5 seconds and 2.9 GB."""
BLOCKS = 200
"""Blocks in one entry: about twenty pages on the screen, nobody reads more."""
ENTRIES_IN_PACK = 500
"""Entries in a pack, so that one changed entry re-sends one small file."""
PACK_BYTES = 8 * 1024 * 1024
"""Bytes in a pack: 500 entries of 16 KiB."""
LINE_BYTES = 256 * 1024
"""Bytes in one line of a pack, checked before the line is parsed."""
POLICY_BYTES = 1024 * 1024
"""Bytes in a policy or trust file."""
WITHDRAWN_BYTES = 512 * 1024
"""Bytes in the list of withdrawn entries: about 6,000 lines."""
METADATA_ROOT_BYTES = 512 * 1024
METADATA_TIMESTAMP_BYTES = 16 * 1024
METADATA_SNAPSHOT_BYTES = 2 * 1024 * 1024
METADATA_TARGETS_BYTES = 5 * 1024 * 1024
"""Bytes in trust metadata by role: 5,000 packs need 600 kB of targets."""
CONTENT_BYTES = 4 * 1024 * 1024 * 1024
"""Bytes in all packs of one publication: a quarter of a small stick."""
ROOTS = 64
"""Root files followed in one step: a kiosk that slept for years."""
STICK_BYTES = 16 * 1024
"""Bytes in STICK.json."""
BUNDLE_BYTES = 16 * 1024 * 1024
"""Bytes in one request bundle, before the envelope: read whole into memory."""
BUNDLE_ITEMS = 1_000
"""Items in one request bundle."""
RETURN_BYTES = 64 * 1024 * 1024
"""Bytes in one return bundle: 15,000 replies and 2,000 people."""
SIGNATURES = 8
"""Signatures in an envelope: 10,000 junk ones would otherwise all be tried."""
PADDING = 4_096
"""Bytes that every sealed text is padded to a multiple of, so length tells no topic."""
ITEM_BYTES = 64 * 1024
"""Bytes of one sealed item, and of the text in it: the longest form has 6 kB."""
CHOICES = 60
"""Choices of one question (the councils of a region); shown by pages."""
QUESTIONS = 40
"""Questions of one form: more is an interview."""
NOTE = 300
"""Characters in a note that a desk may add to a reply."""
PICTURE_PIXELS = 16_000_000
"""Pixels of a picture: 64 MB when drawn."""
PICTURE_BYTES = 2 * 1024 * 1024
"""Bytes of a picture's file: a photograph 1,600 pixels wide has a quarter of that."""
PICTURES = 12
"""Pictures in one entry: each is decoded when its page is turned to."""
ALT = 500
"""Characters that say what a picture shows: four sentences, read aloud in half a minute."""
SOUND_BYTES = 2 * 1024 * 1024
"""Bytes of a recording: three minutes of a voice have 700,000."""
SOUND_MILLISECONDS = 180_000
"""The longest recording of one paragraph: 2,000 characters read slowly."""
SOUNDS = 40
"""Recordings in one entry: every paragraph of a long page, and its title."""
EASY_LINES = 40
"""Easy lines in one entry: ten pages of four; easy read that goes on is not easy."""
TERMS = 40
"""Words explained in one entry: more would underline the whole page."""
MEDIA_BYTES = 512 * 1024 * 1024
"""Bytes of all pictures and recordings of one kiosk: half a minute on a slow stick."""
