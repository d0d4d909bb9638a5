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
    repeatable = method in IDEMPOTENT or key is not None
    for i in range(tries):
        last = i == tries - 1
        wait = random() * min(most, base * 2**i)
        try:
            status, after = send(key)
        except ConnectionError:
            if last:
                raise
        except TimeoutError:
            if last or not repeatable:
                raise
        else:
            unknown = status in (500, 502, 504)
            again = status in (429, 503) or (unknown and repeatable)
            if last or not again:
                return status
            wait = max(wait, after or 0)
        sleep(wait)
    raise ValueError("no tries")
