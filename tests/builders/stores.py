"""Makers of the kiosk's stores, each with everything defaulted."""

from pathlib import Path

from kiosk.database import Database


def a_database(folder: Path) -> Database:
    """A new, empty database in this folder, open."""
    path = folder / "kiosk.db"
    Database.create(path)
    return Database(path)
