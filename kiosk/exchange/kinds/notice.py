"""Something to know now."""

from datetime import timedelta
from typing import ClassVar, Literal

from kiosk.exchange.kinds.fields import Fields

Severity = Literal["information", "attention", "danger"]


class Notice(Fields):
    """One notice; its summary says it. It ends by the header's last day.

    `lasts`: one of a site or wing, for which one key is enough, ends by itself after so long.
    """

    lasts: ClassVar[timedelta] = timedelta(days=7)
    kind: Literal["notice"] = "notice"
    severity: Severity = "information"
