"""Which keys there are, and what each may do."""

from collections.abc import Sequence

ROOTS = ("root-1", "root-2", "root-3")
ROOT_THRESHOLD = 2
CONTENT = ("author", "approver")
BUILDER = "builder"
WITHDRAWALS = "withdrawals"
RECOVERY = "recovery"
DESKS = ("housing", "work", "private")


def site_roles(site: str) -> tuple[str, str]:
    """Name the two keys of which one signs a site's own pages."""
    return (f"site-{site.lower()}-1", f"site-{site.lower()}-2")


def office(site: str) -> str:
    """Name the key that signs sticks and returns."""
    return f"office-{site.lower()}"


def collecting(site: str) -> str:
    """Name the key that takes the outer layer off every request."""
    return f"collecting-{site.lower()}"


def desk(code: str) -> str:
    """Name the key of one desk."""
    return f"desk-{code}"


def signing_roles(site: str) -> tuple[str, ...]:
    """Name every key that signs."""
    return (*ROOTS, *CONTENT, BUILDER, *site_roles(site), WITHDRAWALS, office(site))


def opening_roles(site: str, desks: Sequence[str]) -> tuple[str, ...]:
    """Name every key that opens."""
    return (collecting(site), RECOVERY, *(desk(code) for code in desks))
