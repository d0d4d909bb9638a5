"""A queue that hides what it hands out, and gives it again."""


class Queue:
    """Messages are handed out in the order sent, of those that are visible.

    receive(now) hides the message for `visible` seconds: from now + visible on it
    may be handed out again, as if it had never been. It gives a receipt, another
    one each time, and the body, or None if nothing is visible.

    delete(receipt) removes the message, and says whether it did. A receipt holds
    until its message is handed out again, also when its time has passed.

    A message that was handed out `tries` times and comes back is not handed out
    again: receive moves it to `dead`, in the order in which it meets them.

    `now` never goes back. send and delete take at most O(log n), receive O(log n)
    amortized.

    >>> queue = Queue(visible=30, tries=2)
    >>> queue.send("resize")
    >>> receipt, body = queue.receive(now=0)
    >>> queue.receive(now=29) is None
    True
    >>> again, body = queue.receive(now=30)
    >>> queue.delete(receipt), queue.delete(again)
    (False, True)
    """

    dead: list[str]

    def __init__(self, visible: float, tries: int) -> None:
        raise NotImplementedError

    def send(self, body: str) -> None:
        raise NotImplementedError

    def receive(self, now: float) -> tuple[int, str] | None:
        raise NotImplementedError

    def delete(self, receipt: int) -> bool:
        raise NotImplementedError
