"""Something to know now."""

from typing import Literal

from kiosk.exchange.kinds.fields import Fields

Severity = Literal["information", "attention", "danger"]


class Notice(Fields):
    """One notice; its summary says it. It ends by the header's last day."""

    kind: Literal["notice"] = "notice"
    severity: Severity = "information"
