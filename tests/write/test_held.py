from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

import pytest

from policygen.interrupt import SIGNALS, Interrupted, counted, held

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """The handlers that the program itself sets, and afterwards those of the tests."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        signal.signal(number, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class DescribeHeld:
    @pytest.mark.parametrize("number", SIGNALS)
    def it_lets_an_interrupt_wait_until_the_end(self, number: signal.Signals) -> None:
        done = []
        with pytest.raises(KeyboardInterrupt), held():
            signal.raise_signal(number)
            done.append("what was being done")
        assert done
        assert signal.getsignal(number) is signal.default_int_handler

    def it_lets_one_through_where_that_does_no_harm(self) -> None:
        done = []
        with pytest.raises(KeyboardInterrupt), held() as let_through:
            let_through()
            signal.raise_signal(signal.SIGINT)
            done.append("the first")
            let_through()
            done.append("the second")
        assert done == ["the first"]

    @pytest.mark.parametrize("second", SIGNALS)
    def it_does_not_hold_the_second_one(self, second: signal.Signals) -> None:
        done = []
        with pytest.raises(KeyboardInterrupt), held():
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(second)
            done.append("what hung")
        assert not done

    def it_comes_before_a_mistake(self) -> None:
        with pytest.raises(KeyboardInterrupt), held():
            signal.raise_signal(signal.SIGINT)
            raise ValueError

    def it_leaves_a_mistake_alone(self) -> None:
        with pytest.raises(ValueError), held():
            raise ValueError
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler

    def it_leaves_alone_what_is_to_be_ignored(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with held():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN

    def it_leaves_alone_what_python_does_not_know_of(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("policygen.interrupt.signal.getsignal", lambda _number: None)
        with pytest.raises(KeyboardInterrupt), held():
            signal.raise_signal(signal.SIGINT)

    def it_gives_another_program_its_own_way_with_an_interrupt(self) -> None:
        got: list[int] = []
        signal.signal(signal.SIGTERM, lambda number, _frame: got.append(number))
        with held() as let_through:
            signal.raise_signal(signal.SIGTERM)
            assert got == []
            let_through()
            assert got == [signal.SIGTERM]
        assert got == [signal.SIGTERM]

    def it_works_in_another_thread_where_no_interrupt_comes(self) -> None:
        done = []

        def work() -> None:
            with held() as let_through:
                let_through()
                done.append("all of it")

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert done == ["all of it"]
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


class DescribeCounted:
    def it_tells_how_far_the_work_had_come(self) -> None:
        done = ["a"]
        with pytest.raises(Interrupted) as caught, counted(3, lambda: len(done)):
            done.append("b")
            raise KeyboardInterrupt
        assert (caught.value.done, caught.value.total) == (2, 3)

    def it_is_not_taken_for_a_mistake(self) -> None:
        assert not issubclass(Interrupted, Exception)
