"""Whatever happens to sticks, each request is at the office once, or still waits here."""

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.exchange.requests_bundle import SealedItem
from kiosk.exchange.return_bundle import Mail, State
from tests.builders.exchange import SUNDAY
from tests.builders.stores import Wing, a_folder, receipts, waiting


class Sticks(RuleBasedStateMachine):
    """A kiosk, an office, and sticks that are lost, late, doubled or swapped between them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = a_folder()
        self.wing = Wing(self.folder.path)
        self.asked: set[str] = set()
        self.office: dict[str, SealedItem] = {}
        self.sticks_out: list[tuple[SealedItem, ...]] = []
        self.returns: list[Mail] = []
        self.backup: dict[str, SealedItem] = {}

    @precondition(lambda self: len(self.asked) < 8)
    @rule()
    def ask(self) -> None:
        self.asked.add(self.wing.ask(capped=False).id)

    @rule()
    def carry_out(self) -> None:
        self.sticks_out.append(waiting(self.wing.ledger))
        self.wing.carry()

    @rule()
    def all_goes_well(self) -> None:
        """One stick goes out, is collected, and comes back."""
        self.carry_out()
        self.office |= {item.id: item for item in self.sticks_out[-1]}
        self.write_a_return()
        self.take_the_newest_return()

    @precondition(lambda self: self.sticks_out)
    @rule(data=st.data())
    def lose_a_stick(self, data: st.DataObject) -> None:
        self.sticks_out.remove(data.draw(st.sampled_from(self.sticks_out)))

    @precondition(lambda self: self.sticks_out)
    @rule(data=st.data())
    def collect(self, data: st.DataObject) -> None:
        """Any stick, new or old, once or again."""
        for item in data.draw(st.sampled_from(self.sticks_out)):
            had = self.office.setdefault(item.id, item)
            assert had.sha256 == item.sha256, "one id, two texts"

    @rule()
    def write_a_return(self) -> None:
        states = tuple(State(id=one, state="read", day=SUNDAY) for one in sorted(self.office))
        self.returns.append(Mail(receipts=receipts(self.office.values()), states=states))

    @precondition(lambda self: self.returns)
    @rule()
    def take_the_newest_return(self) -> None:
        self.wing.take(self.returns[-1])

    @precondition(lambda self: self.returns)
    @rule(data=st.data(), ahead=st.integers(1, 3))
    def a_return_is_cut_off(self, data: st.DataObject, ahead: int) -> None:
        """The power goes before the last step; nobody has seen any of it."""
        mail = data.draw(st.sampled_from(self.returns))
        seen = self.wing.ledger.waiting()
        self.wing.bring(mail, ahead=ahead)
        assert self.wing.ledger.waiting() == seen

    @rule()
    def office_makes_a_backup(self) -> None:
        self.backup = dict(self.office)

    @rule()
    def office_goes_back_to_its_backup(self) -> None:
        """The disk of the office broke. What it had written is void; it writes a new return."""
        self.office = dict(self.backup)
        self.sticks_out.clear()
        self.returns.clear()
        self.write_a_return()
        self.take_the_newest_return()

    @rule()
    def the_power_fails(self) -> None:
        self.wing.database.close()

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.asked <= self.wing.ledger.waiting().keys() | self.office.keys()

    @invariant()
    def nothing_is_invented(self) -> None:
        assert self.office.keys() <= self.asked

    @invariant()
    def every_row_is_whole(self) -> None:
        assert self.wing.ledger.damaged() == ()

    def teardown(self) -> None:
        self.wing.database.close()
        self.folder.gone()


TestSchedules = Sticks.TestCase
TestSchedules.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
