"""Which offset may be committed, while a pool finishes out of order."""


class Progress:
    """The messages of one partition that were fetched and are not committed.

    fetch(offset) announces a message, in increasing order. Offsets may have gaps.
    done(offset) says that its work is finished, in any order. It gives the offset
    to commit, from which reading would begin after a crash: one past the last
    message that is finished with all before it, though a gap may follow. It gives
    None if that has not moved. An offset that is not in flight, or is finished
    already, changes nothing.

    in_flight() counts the messages that were fetched and cannot be committed yet.
    Each call takes O(1) amortized.

    >>> progress = Progress()
    >>> for offset in (4, 5, 6):
    ...     progress.fetch(offset)
    >>> progress.done(5) is None
    True
    >>> progress.done(4)
    6
    >>> progress.in_flight()
    1
    """

    def __init__(self) -> None:
        raise NotImplementedError

    def fetch(self, offset: int) -> None:
        raise NotImplementedError

    def done(self, offset: int) -> int | None:
        raise NotImplementedError

    def in_flight(self) -> int:
        raise NotImplementedError
