"""Turns our keys into the keys that python-tuf knows."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from securesystemslib.signer import CryptoSigner, SSlibKey

from kiosk.exchange.keys import SigningKey


def public_key(public: str) -> SSlibKey:
    """Make the key that these 64 hex digits name."""
    return SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)))


def signer(key: SigningKey) -> CryptoSigner:
    """Let a private key sign metadata."""
    return CryptoSigner(key.private)
