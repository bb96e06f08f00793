"""The last seconds of a visit, for somebody who listens."""

from tests.builders.listener import Listener


def test_whoever_has_listened_hears_that_the_visit_ends_and_is_not_kept_by_the_voice(
    listener: Listener,
) -> None:
    listener.quickly()
    listener.touch("Touch to start")
    listener.listen_to_the_end()
    before = len(listener.heard())

    listener.wait(121)
    listener.hears(before + 1)

    assert listener.heard()[before].startswith("Are you still there?")
    listener.wait(30)
    assert "Are you still there?" not in listener.read()


def test_whoever_has_not_listened_hears_nothing(listener: Listener) -> None:
    listener.touch("Touch to start")
    before = len(listener.heard())

    listener.wait(125)
    listener.stage.wait()

    assert len(listener.heard()) == before
