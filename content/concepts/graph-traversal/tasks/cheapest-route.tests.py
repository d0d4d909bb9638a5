from math import inf
from random import Random

from cases import case, check, that


def by_rounds(roads, source):
    """Bellman and Ford: all roads, as often as there are places."""
    places = set(roads) | {after for there in roads.values() for after, _ in there} | {source}
    best = dict.fromkeys(places, inf) | {source: 0}
    for _ in places:
        for place, there in roads.items():
            for after, toll in there:
                best[after] = min(best[after], best[place] + toll)
    return best


def holds(task, roads, source, target, price):
    """Calls it where a way is there, and holds price and way against the roads."""
    got = task.cheapest(roads, source, target)
    that(isinstance(got, (tuple, list)) and len(got) == 2, "a price and a way are expected",
         roads=roads, source=source, target=target, got=got)
    that(got[0] == price, "another price is the least", roads=roads, source=source, target=target,
         got=got[0], expected=price)
    way = list(got[1])
    that(way[:1] == [source] and way[-1:] == [target], "the way leads from source to target", got=way)
    total = sum(min((toll for after, toll in roads.get(one, ()) if after == other), default=inf)
                for one, other in zip(way, way[1:]))
    that(total == price, "the roads of the way add up to another price", roads=roads, way=way, got=total, expected=price)


@case("A detour of two roads that is cheaper than one road.", judges=["heap-by-price", "settles-out"])
def detour(task):
    check(task.cheapest, {"a": [("b", 9), ("c", 1)], "c": [("b", 2)]}, "a", "b", gives=(3, ["a", "c", "b"]))
    check(task.cheapest, {"a": [("b", 2), ("c", 9)], "b": [("c", 9), ("d", 1)], "d": [("c", 1)]}, "a", "c",
          gives=(4, ["a", "b", "d", "c"]))


@case("The way is that of the price, also where dearer offers come later.", judges=["keeps-way"])
def way_of_price(task):
    check(task.cheapest, {1: [(2, 1), (3, 2)], 2: [(4, 1)], 3: [(2, 5), (4, 9)], 4: [(5, 9)]}, 1, 5,
          gives=(11, [1, 2, 4, 5]))
    check(task.cheapest, {1: [(2, 1), (3, 3)], 2: [(4, 8)], 3: [(4, 7), (2, 1)]}, 1, 4, gives=(9, [1, 2, 4]))


@case("Where no road leads there, it says None.", judges=["heap-by-price"])
def no_way(task):
    check(task.cheapest, {"a": [("b", 1)], "c": [("a", 1)]}, "a", "c", gives=None)
    check(task.cheapest, {}, "a", "b", gives=None)


@case("From a place to itself it costs nothing.", kind="edge")
def stays(task):
    check(task.cheapest, {"a": [("b", 1)], "b": [("a", 1)]}, "a", "a", gives=(0, ["a"]))
    check(task.cheapest, {}, "a", "a", gives=(0, ["a"]))


@case("Roads for nothing, loops and two roads between the same places.", kind="edge", judges=["heap-by-price"])
def free_roads(task):
    check(task.cheapest, {1: [(1, 0), (2, 5), (2, 3)], 2: [(1, 0), (3, 0)]}, 1, 3, gives=(3, [1, 2, 3]))


@case("Places that cannot be compared do not matter at equal prices.", kind="edge", judges=["breaks-ties"])
def not_comparable(task):
    roads = {"a": [(1, 2), ("b", 2), ((0, 1), 2)], 1: [("c", 3)], "b": [("c", 3)], (0, 1): [("c", 1)]}
    check(task.cheapest, roads, "a", "c", gives=(3, ["a", (0, 1), "c"]))


@case("On random maps price and way agree with relaxing all roads in rounds.", kind="property", hidden=True,
      judges=["heap-by-price", "settles-out", "keeps-way"])
def agrees(task):
    random = Random(4)
    for _ in range(150):
        n = random.randrange(2, 8)
        roads = {i: [(j, random.randrange(8)) for j in range(n) if random.random() < 0.4] for i in range(n)}
        best = by_rounds(roads, 0)
        target = random.randrange(n)
        if best.get(target, inf) == inf:
            check(task.cheapest, roads, 0, target, gives=None)
        else:
            holds(task, roads, 0, target, best[target])


@case("Roads out of a place are looked at once, however many offers it had.", kind="property", hidden=True,
      judges=["heap-by-price"])
def looks_once(task):
    looked = {}

    class Roads(dict):
        def get(self, key, *default):
            looked[key] = looked.get(key, 0) + 1
            return super().get(key, *default)

        def __getitem__(self, key):
            looked[key] = looked.get(key, 0) + 1
            return super().__getitem__(key)

    n = 30
    roads = Roads({n: [(n + 1, 100)]} | {i: [(n, 2 * (n - i))] + [(i + 1, 1)] * (i < n - 1) for i in reversed(range(n))})
    holds(task, dict(roads), 0, n + 1, 131)
    task.cheapest(roads, 0, n + 1)
    that(looked.get(n, 0) <= 2, "a settled place is expanded again", times=looked.get(n))


@case("20,000 places in a grid of streets end in time.", kind="scale", hidden=True, judges=["heap-by-price"])
def large(task):
    n = 140
    roads = {(i, j): [((i + a, j + b), 1 + (i * j) % 7) for a, b in ((0, 1), (1, 0), (0, -1), (-1, 0))
                      if 0 <= i + a < n and 0 <= j + b < n] for i in range(n) for j in range(n)}
    price, way = task.cheapest(roads, (0, 0), (n - 1, n - 1))
    that(len(way) >= 2 * n - 1 and price >= 2 * n - 2, "the way is too short", steps=len(way), price=price)
