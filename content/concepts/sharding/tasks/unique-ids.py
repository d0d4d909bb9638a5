"""Ids of 64 bits that no two machines make twice, roughly in order of time."""

from collections.abc import Callable

EPOCH = 1_700_000_000_000  # milliseconds


class Ids:
    """The generator of one machine, a number from 0 to 1023, else ValueError.

    An id is, from the top: 41 bits of milliseconds since EPOCH, 10 bits of the
    machine, 12 bits of a sequence that begins at 0 in each millisecond.
    `clock` gives milliseconds; each call may give another time.

    >>> ids = Ids(machine=3, clock=lambda: EPOCH + 1)
    >>> ids.next(), ids.next()
    (4206592, 4206593)
    """

    def __init__(self, machine: int, clock: Callable[[], int]) -> None:
        raise NotImplementedError

    def next(self) -> int:
        """The next id. Where a millisecond is used up, it asks the clock until
        it has moved on. Where the clock went back by up to 5 ms since the last
        id, it asks until that time is reached again; by more: RuntimeError."""
        raise NotImplementedError
