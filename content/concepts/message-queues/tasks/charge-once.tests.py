import random
import sqlite3

from cases import case, close, raises, that


class Provider:
    """Charges once for a key; what it does before it answers can be set."""

    def __init__(self, declines=(), lose=0):
        self.charged, self.calls = {}, []
        self.declines, self.lose = declines, lose

    def __call__(self, key, amount):
        self.calls.append(key)
        if key not in self.declines:
            self.charged.setdefault(key, amount)
        if self.lose > 0:
            self.lose -= 1
            raise TimeoutError
        return key not in self.declines


def fresh(task):
    db = sqlite3.connect(":memory:")
    task.tables(db)
    return db


def ledger(db):
    return sorted(db.execute("SELECT key, amount FROM ledger").fetchall())


@case("A payment is charged and booked.", judges=["one-transaction"])
def first(task):
    db, provider = fresh(task), Provider()
    close(task.pay(db, "k1", 30, provider), 200, "the status")
    close(provider.charged, {"k1": 30}, "what the provider charged")
    close(ledger(db), [("k1", 30)], "the ledger")


@case("A repeat gets the stored answer, and nobody is asked.", judges=["stored-answer"])
def repeat(task):
    db, provider = fresh(task), Provider()
    task.pay(db, "k1", 30, provider)
    close(task.pay(db, "k1", 30, provider), 200, "the status of the repeat")
    close(provider.calls, ["k1"], "calls of the provider")
    close(ledger(db), [("k1", 30)], "the ledger")


@case("Another key is another payment, though the amount is the same.")
def other_key(task):
    db, provider = fresh(task), Provider()
    task.pay(db, "k1", 30, provider)
    close(task.pay(db, "k2", 30, provider), 200, "the status")
    close(ledger(db), [("k1", 30), ("k2", 30)], "the ledger")


@case("A key with another amount is refused.", kind="edge", judges=["fingerprint"])
def other_amount(task):
    db, provider = fresh(task), Provider()
    task.pay(db, "k1", 30, provider)
    close(task.pay(db, "k1", 31, provider), 422, "the status")
    close(provider.calls, ["k1"], "calls of the provider")
    lost = Provider(lose=1)
    task.pay(db, "k2", 30, lost)
    close(task.pay(db, "k2", 31, lost), 422, "the status, while the first is unknown")


@case("A refusal is final, and booked nowhere.", kind="edge", judges=["stored-answer"])
def declined(task):
    db, provider = fresh(task), Provider(declines=["k1"])
    close(task.pay(db, "k1", 30, provider), 402, "the status")
    close(task.pay(db, "k1", 30, provider), 402, "the status of the repeat")
    close(provider.calls, ["k1"], "calls of the provider")
    close(ledger(db), [], "the ledger")


@case("Unknown is no answer: the next call asks again, with the same key.",
      judges=["unknown-stays", "key-travels"])
def unknown(task):
    db, provider = fresh(task), Provider(lose=2)
    close(task.pay(db, "k1", 30, provider), 504, "the status")
    close(ledger(db), [], "the ledger")
    close(task.pay(db, "k1", 30, provider), 504, "the second status")
    close(task.pay(db, "k1", 30, provider), 200, "the third status")
    close(provider.calls, ["k1"] * 3, "the keys that the provider saw")
    close(ledger(db), [("k1", 30)], "the ledger")


@case("The key is stored before the provider is asked.", kind="edge", hidden=True,
      judges=["unknown-stays"])
def stored_first(task):
    db, seen = fresh(task), []

    def charge(key, amount):
        seen.append(db.execute("SELECT key, amount FROM payments").fetchall())
        close(db.in_transaction, False, "a transaction is open during the call")
        return True

    task.pay(db, "k1", 30, charge)
    close(seen, [[("k1", 30)]], "what was stored by then")


@case("Two calls side by side book once.", kind="edge", hidden=True,
      judges=["one-transaction"])
def side_by_side(task):
    db, provider = fresh(task), Provider()
    inner = []

    def charge(key, amount):
        if not inner:
            inner.append(None)
            inner[0] = task.pay(db, key, amount, provider)
        return provider(key, amount)

    close(task.pay(db, "k1", 30, charge), 200, "the status of the first")
    close(inner, [200], "the status of the second, which came meanwhile")
    close(ledger(db), [("k1", 30)], "the ledger")


@case("Answer and booking are stored together, or neither.", kind="edge", hidden=True,
      judges=["one-transaction"])
def together(task):
    for table, event in (("ledger", "INSERT"), ("payments", "UPDATE")):
        db, provider = fresh(task), Provider()
        db.execute(
            f"CREATE TRIGGER dies BEFORE {event} ON {table}"
            " BEGIN SELECT RAISE(ABORT, 'dies'); END"
        )
        raises(sqlite3.Error, task.pay, db, "k1", 30, provider)
        db.execute("DROP TRIGGER dies")
        close(ledger(db), [], f"the ledger after a crash at {table}")
        close(task.pay(db, "k1", 30, provider), 200, "the status of the next call")
        close(ledger(db), [("k1", 30)], "the ledger")


@case("Whatever is lost, each key is booked as often as it is charged: once.",
      kind="property", hidden=True, judges=["key-travels", "unknown-stays"])
def once(task):
    chance = random.Random(3)
    db, provider = fresh(task), Provider(declines=["k3"])
    last = {}
    for _ in range(200):
        key = f"k{chance.randrange(6)}"
        provider.lose = chance.randrange(2)
        status = task.pay(db, key, 10, provider)
        that(last.get(key) in (None, 504, status), "what has ended changed", key=key)
        last[key] = status
    close(ledger(db), sorted(provider.charged.items()), "the ledger")
    close(sorted(key for key in last if last[key] == 402), ["k3"], "declined")
