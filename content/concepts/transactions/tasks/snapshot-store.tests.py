from itertools import combinations
from random import Random

from cases import case, check, close, that


def stored(task, **values):
    """A store with these values in one commit."""
    store = task.Store()
    t = store.begin()
    for key, value in values.items():
        t.set(key, value)
    t.commit()
    return store


def now(store, *keys):
    """What a new transaction reads."""
    t = store.begin()
    seen = [t.get(key) for key in keys]
    t.rollback()
    return seen


@case("A transaction sees the commits before its begin, and none after it.", judges=["versions-by-time"])
def snapshot(task):
    store = stored(task, x=1)
    a, b = store.begin(), store.begin()
    b.set("x", 2)
    close(a.get("x"), 1, "x before the other commits")
    close(b.commit(), True, "the commit of b")
    close(a.get("x"), 1, "x in the snapshot after it")
    close(now(store, "x"), [2], "x in a new transaction")


@case("It sees its own writes, others see them once it has committed.", judges=["versions-by-time"])
def own_writes(task):
    store = stored(task, x=1)
    a = store.begin()
    a.set("x", 5)
    close(a.get("x"), 5, "its own write")
    close(now(store, "x"), [1], "what another one reads")
    a.rollback()
    close(now(store, "x"), [1], "after the rollback")


@case("Of two that write one key, the first to commit wins.", judges=["checks-writes"])
def first_wins(task):
    store = stored(task, account=100)
    a, b = store.begin(), store.begin()
    a.set("account", a.get("account") + 10)
    b.set("account", b.get("account") + 20)
    close(b.commit(), True, "the first commit")
    close(a.commit(), False, "the second commit")
    close(now(store, "account"), [120], "the balance")


@case("A refused commit leaves no trace, of its other keys either.", kind="edge", judges=["checks-writes"])
def no_trace(task):
    store = stored(task, x=1, y=1)
    a, b = store.begin(), store.begin()
    for key in ("a", "x", "y"):
        a.set(key, 9)
    b.set("x", 2)
    b.commit()
    close(a.commit(), False, "the commit of a")
    close(now(store, "a", "x", "y"), [None, 2, 1], "a, x and y")


@case("A key that both create is a conflict, too; one that was only read is none.", kind="edge", judges=["checks-writes"])
def created(task):
    store = task.Store()
    a, b, c = store.begin(), store.begin(), store.begin()
    for t in (a, b):
        t.set("new", 1)
    c.get("new")
    c.set("other", 1)
    close([a.commit(), b.commit(), c.commit()], [True, False, True], "the three commits")


@case("A deleted key is gone for later snapshots and there for older ones.", kind="edge", judges=["versions-by-time"])
def deleted(task):
    store = stored(task, x=1)
    old, t = store.begin(), store.begin()
    t.set("x", None)
    close(t.get("x"), None, "in the transaction that deletes it")
    t.commit()
    close([old.get("x"), *now(store, "x")], [1, None], "in the old snapshot, and in a new one")


@case("Vacuum keeps what the oldest open snapshot reads, and all later versions.", judges=["vacuum-horizon"])
def horizon(task):
    store = stored(task, x=1)
    for value in (2, 3):
        t = store.begin()
        t.set("x", value)
        t.commit()
    old = store.begin()
    for value in (4, 5):
        t = store.begin()
        t.set("x", value)
        t.commit()
    close(store.vacuum(), 3, "versions left: 3, 4 and 5")
    close(old.get("x"), 3, "x in the old snapshot")
    old.rollback()
    close(store.vacuum(), 1, "versions left once it has ended")
    close(now(store, "x"), [5], "x in a new one")


@case("Whoever has ended, refused or not, holds no version back.", kind="edge", hidden=True, judges=["vacuum-horizon"])
def ended(task):
    store = stored(task, x=0)
    for end in ("commit", "rollback", "refused"):
        t, u = store.begin(), store.begin()
        u.set("x", end)
        u.commit()
        if end == "refused":
            t.set("x", "too late")
        close(t.rollback() if end == "rollback" else t.commit(), {"commit": True, "refused": False}.get(end), end)
    close(store.vacuum(), 1, "versions left")


@case("Write skew passes: it is a snapshot, not serializable.", kind="property", judges=["checks-writes"])
def skew(task):
    ends = []
    for turns in combinations(range(6), 3):
        store, started = stored(task, ann=1, bob=1), {}
        for at in range(6):
            me = "ann" if at in turns else "bob"
            if me not in started:
                t = store.begin()
                started[me] = [t, t.get("ann") + t.get("bob"), 0]
            elif started[me][2] == 0:
                started[me][2] = 1
                if started[me][1] >= 2:
                    started[me][0].set(me, 0)
            else:
                that(started[me][0].commit(), "no commit is refused: different keys were written", order=turns)
        ends.append(sum(now(store, "ann", "bob")))
    close([ends.count(0), ends.count(1)], [18, 2], "orders with nobody on call, and with one")


@case("It agrees with copies of the whole store, over random calls with vacuum in between.", kind="property", hidden=True,
      judges=["versions-by-time", "checks-writes", "vacuum-horizon"])
def copies(task):
    for seed in range(30):
        random, store, truth, changed, commits, running = Random(seed), task.Store(), {}, {}, 0, []
        for _ in range(150):
            if len(running) < 2 or (len(running) < 5 and random.random() < 0.2):
                running.append((store.begin(), dict(truth), commits, {}))
            t, copy, since, writes = random.choice(running)
            key, what = random.choice("abc"), random.choice(["get", "get", "set", "set", "commit", "rollback", "vacuum"])
            if what == "get":
                close(t.get(key), {**copy, **writes}.get(key), f"seed {seed}, {key} in a snapshot")
            elif what == "set":
                writes[key] = random.choice([None, *range(5)])
                t.set(key, writes[key])
            elif what == "vacuum":
                store.vacuum()
            else:
                running = [one for one in running if one[0] is not t]
                if what == "rollback":
                    t.rollback()
                    continue
                fits = all(changed.get(k, 0) <= since for k in writes)
                close(t.commit(), fits, f"seed {seed}, a commit of {writes}")
                if fits and writes:
                    commits += 1
                    truth = {**truth, **writes}
                    changed.update(dict.fromkeys(writes, commits))


@case("Ten thousand commits to one key end in time, with vacuum after every hundred.", kind="scale", hidden=True)
def scale(task):
    store = stored(task, x=0)
    for i in range(10_000):
        t = store.begin()
        t.set("x", t.get("x") + 1)
        t.commit()
        if i % 100 == 0:
            store.vacuum()
    close(now(store, "x"), [10_000], "x")
