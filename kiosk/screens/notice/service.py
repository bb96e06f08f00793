"""Who is behind one form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """Who is behind one form, in the person's language.

    `reader` begins with a capital ("The housing team"); without one the form cannot be asked
    with here today. `employer` may be empty.
    """

    form: str
    name: str
    reader: str
    employer: str
    retention: str
