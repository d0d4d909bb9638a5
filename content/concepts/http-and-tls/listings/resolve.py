"""A resolver walks down the tree of names, and keeps the answers for a while."""

Record = tuple[str, str, int]  # type, value, seconds that it may be kept

ZONES: dict[str, dict[str, Record]] = {
    ".": {"test": ("NS", "test", 172_800)},
    "test": {
        "shop.test": ("NS", "shop.test", 86_400),
        "cdn.test": ("NS", "cdn.test", 86_400),
    },
    "shop.test": {"www.shop.test": ("CNAME", "edge.cdn.test", 300)},
    "cdn.test": {"edge.cdn.test": ("A", "192.0.2.7", 60)},
}
MISSING: Record = ("NXDOMAIN", "no such name", 600)


def suffixes(name: str) -> list[str]:
    """a.b.c, b.c, c."""
    labels = name.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]


def authority(zone: str, name: str) -> tuple[str, Record]:
    """What the server of a zone says: the record, or who is asked next."""
    for owner in suffixes(name):
        if owner in ZONES[zone]:
            return owner, ZONES[zone][owner]
    return name, MISSING


class Resolver:
    def __init__(self) -> None:
        self.kept: dict[str, tuple[Record, float]] = {}
        self.asked = 0

    def cached(self, name: str, now: float) -> Record | None:
        record, until = self.kept.get(name, (None, 0))
        return record if now < until else None

    def address(self, name: str, now: float) -> str:
        known = next((s for s in suffixes(name) if self.cached(s, now)), "")
        kind, value, _ = self.cached(known, now) or ("NS", ".", 0)
        while kind == "NS":
            self.asked += 1
            owner, record = authority(value, name)
            self.kept[owner] = record, now + record[2]
            kind, value, _ = record
        return self.address(value, now) if kind == "CNAME" else value


resolver = Resolver()
for now, name in [(t, "www.shop.test") for t in (0, 30, 70, 310, 330, 371)] + [
    (t, "api.shop.test") for t in (400, 500, 1001)
]:
    if now == 330:  # the site moves
        ZONES["cdn.test"]["edge.cdn.test"] = ("A", "192.0.2.99", 60)
    if now == 500:  # the name is created
        ZONES["shop.test"]["api.shop.test"] = ("A", "192.0.2.8", 60)
    before, address = resolver.asked, resolver.address(name, now)
    print(f"{now:5} s  {name}  {address:12}  {resolver.asked - before} asked")
