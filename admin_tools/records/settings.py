"""What the office remembers about itself."""

from sqlalchemy.orm import Session

from admin_tools.records.tables import Setting


def remembered(session: Session, name: str) -> str | None:
    """Recall what was remembered under this name."""
    setting = session.get(Setting, name)
    return None if setting is None else setting.value


def remember(session: Session, name: str, value: str) -> None:
    """Remember it from now on."""
    session.merge(Setting(name=name, value=value))
