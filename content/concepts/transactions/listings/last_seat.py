"""One seat, two buyers, every order of their statements: how many tickets?"""

import sqlite3
from collections.abc import Iterator
from itertools import combinations

db = sqlite3.connect(":memory:", isolation_level=None)  # autocommit
db.executescript("""
    CREATE TABLE seat (id INTEGER PRIMARY KEY, holder TEXT, version INT);
    CREATE TABLE booking (seat INTEGER PRIMARY KEY, holder TEXT);""")


def check_then_write(me: str) -> Iterator[bool]:
    [(holder,)] = db.execute("SELECT holder FROM seat WHERE id = 7")
    yield False
    if holder is None:
        db.execute("UPDATE seat SET holder = ? WHERE id = 7", [me])
    yield holder is None


def conditional(me: str) -> Iterator[bool]:
    yield False
    sql = "UPDATE seat SET holder = ? WHERE id = 7 AND holder IS NULL"
    yield db.execute(sql, [me]).rowcount == 1


def version_column(me: str) -> Iterator[bool]:
    [(holder, seen)] = db.execute("SELECT holder, version FROM seat WHERE id = 7")
    yield False
    sql = """UPDATE seat SET holder = ?, version = version + 1
             WHERE id = 7 AND version = ?"""
    yield holder is None and db.execute(sql, [me, seen]).rowcount == 1


def unique_key(me: str) -> Iterator[bool]:
    yield False
    try:
        db.execute("INSERT INTO booking VALUES (7, ?)", [me])
        yield True
    except sqlite3.IntegrityError:
        yield False


for buy in (check_then_write, conditional, version_column, unique_key):
    sold = []
    for ann in combinations(range(4), 2):  # when Ann takes her two steps
        db.executescript("DELETE FROM booking; DELETE FROM seat;")
        db.execute("INSERT INTO seat VALUES (7, NULL, 1)")
        buyers = buy("bob"), buy("ann")
        sold.append(sum(next(buyers[at in ann]) for at in range(4)))
    print(f"{buy.__name__:17} tickets sold for one seat, by order: {sold}")
