"""A client that tries again, and knows when it must not."""

from collections.abc import Callable

IDEMPOTENT = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"}
# status, and the seconds of Retry-After if the server named them
Answer = tuple[int, float | None]


def call(
    send: Callable[[str | None], Answer],
    method: str,
    sleep: Callable[[float], None],
    random: Callable[[], float],
    key: str | None = None,
    tries: int = 4,
    base: float = 0.1,
    most: float = 2.0,
) -> int:
    """Sends a request until its answer is final, or tries are used up.

    send(key) gives an answer, or raises ConnectionError: it was never sent,
    or TimeoutError: it may have been executed. With a key the server executes
    it once, however often it comes. 429 and 503 mean: not executed, come again.
    500, 502 and 504: it may have been executed. All else is final.

    Before try i + 1 it sleeps random() * min(most, base * 2**i) seconds, i from
    0, but not less than Retry-After. At the end: the last status or error.

    >>> answers = iter([(503, None), (200, None)])
    >>> call(lambda key: next(answers), "GET", print, lambda: 0.5)
    0.05
    200
    """
    raise NotImplementedError
