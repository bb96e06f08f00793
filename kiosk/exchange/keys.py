"""The private keys that sign or open what crosses the gap."""

import hashlib
import os
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Generic, Self, TypeVar

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)

from kiosk.exchange.refusals import Refusal, Refused

P = TypeVar("P", Ed25519PrivateKey, X25519PrivateKey)

PEM_BYTES = 4_096
"""Bytes in a key file: a PKCS#8 key with a passphrase needs about 400."""


class _Key(ABC, Generic[P]):
    """What keys of both kinds can do: be made, lie in a file, be known by their public half."""

    def __init__(self, private: P) -> None:
        self._private: P = private

    @classmethod
    @abstractmethod
    def _kind(cls) -> type[P]:
        """The kind of key it is."""

    @classmethod
    def generate(cls) -> Self:
        """Make a new key from the machine's own randomness."""
        return cls(cls._kind().generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """Make the key of these 32 bytes; for tests that must come out the same each time."""
        return cls(cls._kind().from_private_bytes(seed))

    @classmethod
    def load(cls, path: Path, passphrase: str | None = None) -> Self:
        """Read the key from its file, or raise Refused."""
        private = _read(path, passphrase)
        if not isinstance(private, cls._kind()):
            raise Refused(Refusal.KEY_OF_ANOTHER_KIND, name=path.name)
        return cls(private)

    def save(self, path: Path, passphrase: str | None = None) -> None:
        """Write a new key file that only its owner may read; never over an old one."""
        _write(self._private, path, passphrase)

    @property
    def public(self) -> str:
        """The public half: 64 hex digits."""
        return self._private.public_key().public_bytes_raw().hex()

    @property
    def private(self) -> P:
        """The key itself, for `sealing` and for libraries that sign in their own way."""
        return self._private


class SigningKey(_Key[Ed25519PrivateKey]):
    """An Ed25519 key: whoever holds it can vouch for bytes."""

    @classmethod
    def _kind(cls) -> type[Ed25519PrivateKey]:
        return Ed25519PrivateKey

    def sign(self, data: bytes) -> bytes:
        """Make the 64 bytes that vouch for `data`."""
        return self._private.sign(data)


class OpeningKey(_Key[X25519PrivateKey]):
    """An X25519 key: whoever holds it can open what was sealed to its public half."""

    @classmethod
    def _kind(cls) -> type[X25519PrivateKey]:
        return X25519PrivateKey


def sealing_public(public: str) -> X25519PublicKey:
    """Turn the 64 hex digits of an opening key's public half into a key."""
    return X25519PublicKey.from_public_bytes(bytes.fromhex(public))


def vouches(public: str, signature: bytes, data: bytes) -> bool:
    """Tell whether the signing key of these 64 hex digits signed `data`."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(*publics: str) -> str:
    """Make the short name of one or more public keys that two people read to each other.

    Sixteen hex digits in fours: the first 64 bits of SHA-256 over the keys in the given order.
    """
    digest = hashlib.sha256(b"signpost/1/fingerprint\x00" + b"".join(map(bytes.fromhex, publics)))
    digits = digest.hexdigest()[:16].upper()
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def _write(
    private: Ed25519PrivateKey | X25519PrivateKey, path: Path, passphrase: str | None
) -> None:
    lock: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        lock = serialization.BestAvailableEncryption(passphrase.encode())
    pem = private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path, passphrase: str | None) -> object:
    try:
        with path.open("rb") as file:
            pem = file.read(PEM_BYTES)
    except OSError as error:
        raise Refused(Refusal.KEY_MISSING, name=path.name) from error
    try:
        return serialization.load_pem_private_key(pem, passphrase.encode() if passphrase else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Refused(Refusal.KEY_NOT_OPENED, name=path.name) from error
