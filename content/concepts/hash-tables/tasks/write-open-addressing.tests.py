from random import Random

from cases import case, close, that


def home(slot):
    """A hash that sends every key to one slot."""
    return lambda key: slot


def read(m, keys):
    return [m.get(key) for key in keys]


@case("What was put is got, and the last value counts.", judges=["probes-and-wraps"])
def put_get(task):
    m = task.Map()
    m.put("a", 1)
    m.put("b", 2)
    m.put("a", 3)
    close([m.get("a"), m.get("b"), m.get("c"), m.get("c", -1), len(m)], [3, 2, None, -1, 2], "a, b, c, c with a default, length")


@case("Keys with one home are kept apart, around the end of the array.", judges=["probes-and-wraps"])
def collide(task):
    m = task.Map(home(7))
    for key in range(4):
        m.put(key, key * 10)
    close(read(m, range(5)), [0, 10, 20, 30, None], "four keys whose home is slot 7")


@case("A key behind a removed one is still found.", judges=["leaves-tombstone"])
def behind(task):
    m = task.Map(home(3))
    for key in "abc":
        m.put(key, key.upper())
    close([m.remove("a"), m.remove("a")], [True, False], "removed twice")
    close(read(m, "abc") + [len(m)], [None, "B", "C", 2], "a, b, c and the length without a")


@case("A put after a removal does not store a key twice.", kind="edge", judges=["leaves-tombstone"])
def no_double(task):
    m = task.Map(home(3))
    for key in "ab":
        m.put(key, 1)
    m.remove("a")
    m.put("b", 2)
    close([m.get("b"), len(m)], [2, 1], "b after a was removed and b put again")
    m.remove("b")
    close([m.get("b"), len(m)], [None, 0], "b after it was removed")


@case("None, 0 and False are values like others, and None is a key.", kind="edge")
def falsy(task):
    m = task.Map()
    for key, value in ((None, 0), (1, None), ("", False)):
        m.put(key, value)
    close([m.get(None, 9), m.get(1, 9), m.get("", 9), len(m)], [0, None, False, 3], "None, 1, the empty string, length")


@case("A thousand keys: every one is found, a slot stays free, and slots grow by a factor.", judges=["rehashes-all"])
def grows(task):
    calls = [0]

    def hash_of(key):
        calls[0] += 1
        return key * 7

    m = task.Map(hash_of)
    for key in range(1_000):
        m.put(key, -key)
    that(calls[0] < 8_000, "hashes for 1,000 puts: it grows too often", hashes=calls[0])
    that(1_000 < len(m.slots) <= 8_192, "slots for 1,000 keys", slots=len(m.slots))
    wrong = [key for key in range(1_000) if m.get(key) != -key]
    close(wrong, [], "keys that are not found after growth")


@case("Keys that come and go do not fill the table.", kind="edge", judges=["counts-tombstones"])
def churn(task):
    m = task.Map(lambda key: key)
    m.put(-1, "stays")
    for key in range(3_000):
        m.put(key, key)
        m.remove(key)
    close([m.get(-1), m.get(5), len(m)], ["stays", None, 1], "one key that stays, one that went, length")
    that(len(m.slots) <= 64, "slots for at most two keys at a time", slots=len(m.slots))


@case("Random operations give what a dict gives, under a hash with five values.", kind="property", hidden=True, judges=["leaves-tombstone", "rehashes-all"])
def agrees(task):
    random = Random(0)
    for _ in range(20):
        m, plain = task.Map(lambda key: key % 5), {}
        for turn in range(150):
            key, act = random.randrange(24), random.random()
            if act < 0.45:
                m.put(key, turn)
                plain[key] = turn
            elif act < 0.8:
                close(m.remove(key), plain.pop(key, None) is not None, f"remove {key}")
            else:
                close(m.get(key), plain.get(key), f"get {key}")
        close(read(m, range(24)), [plain.get(key) for key in range(24)], "all keys at the end")
        close(len(m), len(plain), "the length at the end")


@case("20,000 random keys are put, found and missed in time.", kind="scale", hidden=True, judges=["rehashes-all"])
def scale(task):
    keys = Random(1).sample(range(1 << 30), 40_000)
    m = task.Map()
    for key in keys[:20_000]:
        m.put(key, key + 1)
    found = sum(m.get(key) == key + 1 for key in keys)
    close(found, 20_000, "keys found of 20,000 stored and 20,000 others")
