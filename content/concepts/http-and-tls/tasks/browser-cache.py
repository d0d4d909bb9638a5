"""The cache of a browser: fresh, stale, revalidated."""

from collections.abc import Callable

# status, headers with names in lower case, body
Response = tuple[int, dict[str, str], str]


def directives(text: str) -> dict[str, str]:
    """Given: "public, max-age=60" -> {"public": "", "max-age": "60"}."""
    parts = (part.strip().lower().partition("=") for part in text.split(","))
    return {name: value for name, _, value in parts if name}


class Cache:
    """Keeps responses of an origin.

    origin(url, etag) answers 200 with a body, 304 without one if the etag is
    current, or an error. Pass None as etag where there is none to send.
    """

    def __init__(self, origin: Callable[[str, str | None], Response]) -> None:
        raise NotImplementedError

    def get(self, url: str, now: float) -> tuple[str, str]:
        """Returns the body, and how it came: "fresh", "revalidated" or "fetched".

        A copy is fresh while its age in seconds is below max-age; 0 without.
        no-cache: kept, never fresh. no-store: not kept, an older copy is dropped.
        A 304 renews the copy: what its headers say holds over what was kept.
        Errors are handed on as "fetched", and change nothing.

        >>> said = 200, {"cache-control": "max-age=60"}, "hi"
        >>> cache = Cache(lambda url, etag: said)
        >>> cache.get("/", 0), cache.get("/", 59), cache.get("/", 60)
        (('hi', 'fetched'), ('hi', 'fresh'), ('hi', 'fetched'))
        """
        raise NotImplementedError
