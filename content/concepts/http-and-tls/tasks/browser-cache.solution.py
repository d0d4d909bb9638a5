"""The cache of a browser: fresh, stale, revalidated."""

from collections.abc import Callable

# status, headers with names in lower case, body
Response = tuple[int, dict[str, str], str]


def directives(text: str) -> dict[str, str]:
    """Given: "public, max-age=60" -> {"public": "", "max-age": "60"}."""
    parts = (part.strip().lower().partition("=") for part in text.split(","))
    return {name: value for name, _, value in parts if name}


class Cache:
    def __init__(self, origin: Callable[[str, str | None], Response]) -> None:
        self.origin, self.kept = origin, {}

    def get(self, url: str, now: float) -> tuple[str, str]:
        copy = self.kept.get(url)
        if copy and now < copy["until"]:
            return copy["body"], "fresh"
        etag = copy["headers"].get("etag") if copy else None
        status, headers, body = self.origin(url, etag)
        how = "fetched"
        if status == 304 and copy:
            headers, body = copy["headers"] | headers, copy["body"]
            how = "revalidated"
        elif status != 200:
            return body, how
        rules = directives(headers.get("cache-control", ""))
        if "no-store" in rules:
            self.kept.pop(url, None)
        else:
            life = 0 if "no-cache" in rules else int(rules.get("max-age", 0))
            self.kept[url] = {"headers": headers, "body": body, "until": now + life}
        return body, how
