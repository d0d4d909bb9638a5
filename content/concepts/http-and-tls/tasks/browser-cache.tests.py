from random import Random

from cases import case, close


class Origin:
    """A server with one version of each page at a time, that notes what it was asked."""

    def __init__(self, rules="max-age=60", version=1, tagged=True):
        self.rules, self.version, self.tagged = rules, version, tagged
        self.status, self.asked, self.renewed = 200, [], None

    def __call__(self, url, etag):
        self.asked.append(etag)
        if self.status != 200:
            return self.status, {"cache-control": "max-age=60"}, "sorry"
        tag = f'"{url}-{self.version}"'
        if etag is not None and etag == tag:
            renewed = self.renewed
            return 304, {} if renewed is None else {"cache-control": renewed}, ""
        headers = {"cache-control": self.rules} | ({"etag": tag} if self.tagged else {})
        return 200, headers, f"{url} version {self.version}"


def run(task, origin, *calls):
    """What the cache answers to calls of (url, now), the origin between them as it is."""
    cache = task.Cache(origin)
    return cache, [tuple(cache.get(url, now)) for url, now in calls]


@case("A copy is served while its age is below max-age.", judges=["fresh-or-stale"])
def fresh(task):
    origin = Origin()
    _, got = run(task, origin, ("/", 0), ("/", 59))
    close(got, [("/ version 1", "fetched"), ("/ version 1", "fresh")], "fetched at 0, asked for at 59")
    close(len(origin.asked), 1, "questions to the origin")


@case("A stale copy is revalidated by its ETag, and the kept body returned.", judges=["etag-304"])
def stale(task):
    origin = Origin()
    _, got = run(task, origin, ("/", 0), ("/", 100))
    close(got[1], ("/ version 1", "revalidated"), "asked for at 100")
    close(origin.asked, [None, '"/-1"'], "ETags that the origin was sent")


@case("At the very second of expiry it is stale.", kind="edge", judges=["fresh-or-stale"])
def expiry(task):
    _, got = run(task, Origin(), ("/", 0), ("/", 60))
    close(got[1][1], "revalidated", "asked for at 60, max-age 60")


@case("A 304 renews the lifetime.", judges=["etag-304"])
def renewed(task):
    origin = Origin()
    _, got = run(task, origin, ("/", 0), ("/", 100), ("/", 150), ("/", 160))
    close([how for _, how in got], ["fetched", "revalidated", "fresh", "revalidated"], "at 0, 100, 150, 160")
    close(origin.asked, [None, '"/-1"', '"/-1"'], "ETags that the origin was sent")


@case("A new version replaces the copy.", judges=["etag-304"])
def replaced(task):
    origin = Origin()
    cache, _ = run(task, origin, ("/", 0))
    origin.version = 2
    close(tuple(cache.get("/", 100)), ("/ version 2", "fetched"), "after a change, at 100")
    close(tuple(cache.get("/", 101)), ("/ version 2", "fresh"), "at 101")


@case("no-cache is kept and asked for each time.", kind="edge", judges=["three-directives"])
def no_cache(task):
    origin = Origin("no-cache, max-age=60")
    _, got = run(task, origin, ("/", 0), ("/", 1), ("/", 2))
    close(got[1:], [("/ version 1", "revalidated")] * 2, "at 1 and 2")


@case("no-store is not kept, and an older copy is dropped.", kind="edge", judges=["three-directives"])
def no_store(task):
    origin = Origin("no-store, max-age=60")
    _, got = run(task, origin, ("/", 0), ("/", 1))
    close(got[1], ("/ version 1", "fetched"), "at 1")
    close(origin.asked, [None, None], "ETags that the origin was sent")
    origin = Origin()
    cache, _ = run(task, origin, ("/", 0))
    origin.version, origin.rules = 2, "no-store"
    cache.get("/", 100)
    cache.get("/", 101)
    close(origin.asked, [None, '"/-1"', None], "ETags, the second response being no-store")


@case("Each URL has a copy of its own.", kind="edge", judges=["fresh-or-stale"])
def apart(task):
    origin = Origin()
    _, got = run(task, origin, ("/a", 0), ("/b", 1), ("/a", 2), ("/b", 70))
    close([body for body, _ in got], [f"{url} version 1" for url in ("/a", "/b", "/a", "/b")], "bodies")
    close(origin.asked, [None, None, '"/b-1"'], "ETags that the origin was sent")


@case("An error is handed on and changes nothing.", kind="edge", hidden=True, judges=["errors-not-kept"])
def errors(task):
    origin = Origin()
    origin.status = 500
    cache, got = run(task, origin, ("/", 0))
    close(got[0], ("sorry", "fetched"), "an error at 0")
    origin.status = 200
    close(tuple(cache.get("/", 1)), ("/ version 1", "fetched"), "at 1, mended")
    origin.status = 500
    close(tuple(cache.get("/", 100)), ("sorry", "fetched"), "an error at 100")
    origin.status = 200
    close(tuple(cache.get("/", 101)), ("/ version 1", "revalidated"), "at 101, mended")


@case("Without an ETag a stale copy is fetched anew.", kind="edge", hidden=True)
def untagged(task):
    origin = Origin(tagged=False)
    _, got = run(task, origin, ("/", 0), ("/", 60))
    close(got[1], ("/ version 1", "fetched"), "at 60")
    close(origin.asked, [None, None], "ETags that the origin was sent")


@case("What a 304 says of the lifetime holds.", kind="edge", hidden=True, judges=["etag-304"])
def said_again(task):
    origin = Origin()
    origin.renewed = "max-age=10"
    _, got = run(task, origin, ("/", 0), ("/", 100), ("/", 109), ("/", 110))
    close([how for _, how in got], ["fetched", "revalidated", "fresh", "revalidated"], "at 0, 100, 109, 110")


@case("No body is ever older than its lifetime allows.", kind="property", hidden=True, judges=["fresh-or-stale"])
def never_older(task):
    random = Random(3)
    for _ in range(40):
        age = random.choice([1, 5, 20])
        origin = Origin(f"max-age={age}")
        cache, changed, now = task.Cache(origin), {1: 0}, 0
        for _ in range(60):
            now += random.randint(0, 4)
            if random.random() < 0.2:
                origin.version += 1
                changed[origin.version] = now
            url = random.choice("abc")
            body, _ = cache.get(url, now)
            version = int(body.split()[-1])
            late = now - changed.get(version + 1, now)
            close(late < age or late == 0, True, f"a body replaced {late} s ago, max-age {age}: allowed")
