from random import Random

from cases import case, that


def grown(task, keys, room, root=None):
    root = root or task.Page([])
    for key in keys:
        root = task.insert(root, key, room)
        that(root is not None, "insert returns the root", got=root)
    return root


def leaves(root):
    level = [root]
    while level[0].below:
        level = [child for page in level for child in page.below]
    return level


def pages(root):
    return [root] + [page for child in root.below for page in pages(child)]


def depths(page):
    return {depth + 1 for child in page.below for depth in depths(child)} if page.below else {1}


def found(root, key):
    """Whether a search from the root finds it."""
    page = root
    while page.below:
        page = page.below[sum(one <= key for one in page.keys)]
    return key in page.keys


def fenced(page, low=float("-inf"), high=float("inf")):
    edges = [low, *page.keys, high]
    return (
        all(low <= key < high for key in page.keys)
        and all(a < b for a, b in zip(page.keys, page.keys[1:]))
        and (not page.below or len(page.below) == len(page.keys) + 1)
        and all(fenced(child, a, b) for child, a, b in zip(page.below, edges, edges[1:]))
    )


def stored(root):
    return [key for leaf in leaves(root) for key in leaf.keys]


@case("Keys that fit into one leaf stay there, in order.")
def one_leaf(task):
    root = grown(task, [5, 1, 3], 3)
    that(root.keys == [1, 3, 5] and not root.below, "one leaf of three keys", keys=root.keys)


@case("A full leaf splits, and no key is lost: the separator is in the right leaf too.", judges=["copies-up", "new-root"])
def first_split(task):
    root = grown(task, [1, 2, 3, 4], 3)
    that(len(root.below) == 2, "a root with two leaves", below=len(root.below))
    that(stored(root) == [1, 2, 3, 4], "all keys are in leaves", leaves=[leaf.keys for leaf in leaves(root)])
    that(root.keys == [root.below[1].keys[0]], "the separator is the right leaf's first key", keys=root.keys)


@case("An inner page that splits moves its middle key up.", judges=["moves-up"])
def inner_split(task):
    root = grown(task, range(1, 21), 3)
    that(max(depths(root)) >= 3, "twenty keys take three levels or more", depth=max(depths(root)))
    wrong = [page.keys for page in pages(root) if page.below and len(page.below) != len(page.keys) + 1]
    that(not wrong, "an inner page has one way more than keys", pages=wrong)
    inner = [key for page in pages(root) if page.below for key in page.keys]
    that(len(inner) == len(set(inner)), "no separator stands twice", separators=sorted(inner))


@case("Every key is found from the root.", judges=["copies-up", "moves-up"])
def findable(task):
    keys = Random(2).sample(range(500), 200)
    root = grown(task, keys, 4)
    lost = [key for key in keys if not found(root, key)]
    that(not lost, "searches miss keys", missed=lost[:5])


@case("The chain of leaves has all keys, from the leftmost on.", judges=["links-leaves"])
def chain(task):
    keys = Random(3).sample(range(500), 120)
    root = grown(task, keys, 3)
    page, seen = leaves(root)[0], []
    while page is not None and len(seen) <= 200:
        seen += page.keys
        page = page.next
    that(seen == sorted(keys), "the chain gives every key in order", keys=len(seen), expected=len(keys))


@case("A key that is there already changes nothing.", kind="edge")
def twice(task):
    root = grown(task, [4, 2, 6, 8, 2, 4, 6, 8], 3)
    that(stored(root) == [2, 4, 6, 8], "each key once", keys=stored(root))
    that(len(leaves(root)) == 2, "no split for a key that is there", leaves=[leaf.keys for leaf in leaves(root)])


@case("Rising and falling keys keep the tree as well.", kind="edge", judges=["new-root"])
def sorted_orders(task):
    for keys in (range(100), range(100, 0, -1)):
        root = grown(task, keys, 4)
        that(stored(root) == sorted(keys), "all keys, in order", keys=len(stored(root)))
        that(len(depths(root)) == 1, "one depth", depths=sorted(depths(root)))


@case("After every insert: one depth, separators fence, pages half full, no page over its room.", kind="property",
      hidden=True, judges=["new-root", "copies-up", "moves-up"])
def invariants(task):
    for room in (3, 4, 5, 8):
        root, keys = task.Page([]), Random(room).sample(range(300), 150)
        for count, key in enumerate(keys):
            root = task.insert(root, key, room)
            where = f"room {room}, after {count + 1} keys"
            that(len(depths(root)) == 1, f"{where}: leaves at several depths", depths=sorted(depths(root)))
            that(fenced(root), f"{where}: a key or a way down is out of place")
            that(stored(root) == sorted(keys[: count + 1]), f"{where}: the leaves hold other keys")
            for page in pages(root):
                that(len(page.keys) <= room, f"{where}: a page holds too much", keys=page.keys)
                least = len(page.below) >= (room + 2) // 2 if page.below else len(page.keys) >= (room + 1) // 2
                that(page is root or least, f"{where}: a page is less than half full", keys=page.keys)


@case("Twenty thousand keys at sixty-four a page make a tree of three levels.", kind="scale", hidden=True)
def scale(task):
    keys = Random(9).sample(range(10**6), 20_000)
    root = grown(task, keys, 64)
    that(max(depths(root)) == 3, "three levels", depth=max(depths(root)))
    that(len(stored(root)) == 20_000, "all keys", keys=len(stored(root)))
