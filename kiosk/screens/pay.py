"""Says what a job pays in a week, in round pounds, with how that was reckoned."""

from kiosk.catalogue.traits import QUARTERS, Traits
from kiosk.translation import Words

PENCE = 100


def week_words(traits: Traits, words: Words) -> str:
    """The pay of a week before tax; nothing where it cannot be reckoned."""
    if traits.week_pence is None:
        return ""
    least, most = (_pounds(pence) for pence in traits.week_pence)
    if least == most:
        return words("about {pay} a week before tax", pay=least)
    return words("about {least} to {most} a week before tax", least=least, most=most)


def hours_words(traits: Traits, words: Words) -> str:
    """The hours of a week; nothing where they are not known."""
    if traits.quarters is None:
        return ""
    least, most = traits.quarters
    if least != most:
        return words("{least} to {most} hours a week", least=_hours(least), most=_hours(most))
    return words("{hours} hours a week", hours=_hours(least))


def formula_words(traits: Traits, words: Words) -> str:
    """How the pay of a week was reckoned, with this job's numbers; nothing without a sum."""
    if traits.week_pence is None:
        return ""
    if traits.by_hour is not None and traits.quarters is not None:
        return words(
            "{hours} hours times {pay} for each hour makes {week} for a week.",
            hours=_hours(traits.quarters[0]),
            pay=_exact(traits.by_hour[0]),
            week=_exact(traits.week_pence[0]),
        )
    return words("We took the pay that they name, for one week of 52 weeks in a year.")


def tax_words(words: Words) -> str:
    """What comes off the pay."""
    return words(
        "Tax, National Insurance and any money you owe may come off. Rent help may change too."
        " Ask an adviser what you would have left."
    )


def _pounds(pence: int) -> str:
    return f"£{(pence + PENCE // 2) // PENCE:,}"


def _exact(pence: int) -> str:
    pounds, rest = divmod(pence, PENCE)
    return f"£{pounds:,}.{rest:02d}"


def _hours(quarters: int) -> str:
    """Hours as people write them: 37 or 37.5."""
    hours, rest = divmod(quarters, QUARTERS)
    return str(hours) + ("", ".25", ".5", ".75")[rest]
