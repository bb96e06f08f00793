"""Why a desk's command stops, each with its sentence for the person at the desk."""

from datetime import date


class DeskRefused(Exception):
    """The command was understood but must not be done; the message says why and what next.

    `code` is for programs; the sentence never holds a person, a PIN or an answer.
    """

    code = "refused"


class PersonUnknown(DeskRefused):
    """Nobody with this number is in the records."""

    code = "person-unknown"

    def __init__(self) -> None:
        super().__init__(
            "Nobody with this number is in the people list. Nothing was changed."
            " Check the number, or import the list again."
        )


class PinsChangedMeanwhile(DeskRefused):
    """Another import ran at the same time."""

    code = "people-changed-meanwhile"

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed the people list at the same time. This import changed nothing."
            " Throw away the slips it wrote, then run it again."
        )


class KioskIsLive(DeskRefused):
    """The number is taken by a kiosk that still counts."""

    code = "kiosk-is-live"

    def __init__(self, kiosk: str, fingerprint: str) -> None:
        super().__init__(
            f"Kiosk {kiosk} is registered already, with fingerprint {fingerprint}."
            " Nothing was changed. If a new machine takes its place, say --replace."
        )


class EpochKnown(DeskRefused):
    """The same enrolment was taken out of use here."""

    code = "kiosk-out-of-use"

    def __init__(self, kiosk: str) -> None:
        super().__init__(
            f"This enrolment of kiosk {kiosk} was revoked or replaced here and stays so."
            " Enrol the machine again and register the new file."
        )


class WingNotFit(DeskRefused):
    """The name is no wing's."""

    code = "wing-not-fit"

    def __init__(self) -> None:
        super().__init__(
            "A wing is one to four capital letters or digits, like B. Nothing was changed."
        )


class DemoMixed(DeskRefused):
    """Demonstration and real must never meet."""

    code = "demo-and-real"

    def __init__(self) -> None:
        super().__init__(
            "One of these is a demonstration and the other is real. They must not be mixed."
            " Nothing was changed. Use another database for the demonstration."
        )


class AnotherSite(DeskRefused):
    """What came belongs to another prison."""

    code = "another-site"

    def __init__(self, found: str, ours: str) -> None:
        super().__init__(
            f"This belongs to {found}; these records belong to {ours}. Nothing was changed."
        )


class ItemUnknown(DeskRefused):
    """No item answers to this reference with the keys that are here."""

    code = "request-unknown"

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"No request {reference} was found with the desk keys in this folder."
            " If it came lately, run `signpost requests open` for its desk first."
        )


class ItemDamaged(DeskRefused):
    """A sealed item did not open with the key of its desk."""

    code = "request-damaged"

    def __init__(self, short: str) -> None:
        super().__init__(
            f"Item {short} does not open. The kiosk is asked to send it again with the next return."
            " If it still does not open then, the recovery key can be tried."
        )


class ItemTakenOut(DeskRefused):
    """The text of this item was past its time and is gone."""

    code = "request-taken-out"

    def __init__(self, short: str) -> None:
        super().__init__(
            f"The text of item {short} was deleted when its time was over. Only its dates are left."
        )


class DeletionFrozen(DeskRefused):
    """Nothing may be deleted now."""

    code = "deletion-frozen"

    def __init__(self) -> None:
        super().__init__(
            "Deletion is frozen here. Nothing was deleted. Whoever froze it can let it go on with"
            " `signpost requests freeze --off`."
        )


class TooYoung(DeskRefused):
    """Kiosks still show what would be deleted."""

    code = "too-young"

    def __init__(self, youngest: date) -> None:
        super().__init__(
            "Kiosks still show what was finished after that day. Nothing was deleted."
            f" The latest day that can be given is {youngest.isoformat()}."
        )


class AlreadyAnswered(DeskRefused):
    """A second answer needs somebody who wants it."""

    code = "already-answered"

    def __init__(self, reference: str, day: date) -> None:
        super().__init__(
            f"{reference} was answered on {day:%d %B %Y}. Nothing was changed."
            " To put a new answer in its place, say --replace."
        )


class ReplyNotFit(DeskRefused):
    """The reply cannot be given like this."""

    code = "reply-not-fit"


class NotARequest(DeskRefused):
    """Only a request can be answered or moved on."""

    code = "not-a-request"

    def __init__(self) -> None:
        super().__init__(
            "This is not a request, so it takes no answer. When it is dealt with, say so with"
            " `signpost requests state`, state closed."
        )


class StateNotFit(DeskRefused):
    """A state that this item cannot have."""

    code = "state-not-fit"

    def __init__(self, state: str) -> None:
        super().__init__(
            f"{state[:40]} is not a state. Use read, booked, answered, passed-on or closed."
        )


class PolicyMissing(DeskRefused):
    """The published policy is not at hand."""

    code = "policy-missing"

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The published file {path} was not found or does not fit its hash."
            " Nothing was changed. Say --repo with the folder that `content receive` made."
        )
