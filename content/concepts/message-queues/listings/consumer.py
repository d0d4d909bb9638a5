"""Payments through a queue whose consumer crashes: what is booked once?"""

import random
import sqlite3
from collections import deque

PAYMENTS, CRASH, chance = 2_000, 0.1, random.Random()


class Crash(Exception):
    """What is committed stays, all else is gone."""


def may_crash() -> None:
    if chance.random() < CRASH:
        raise Crash


def book(db: sqlite3.Connection, payment: str) -> None:
    db.execute("UPDATE account SET balance = balance + 1")


def book_once(db: sqlite3.Connection, payment: str) -> None:
    row = db.execute("INSERT OR IGNORE INTO done VALUES (?)", (payment,))
    if row.rowcount == 1:  # 0: the id was there, the work is done
        book(db, payment)


def run(work, ack_first: bool) -> tuple[int, int]:
    """How many deliveries, and how many payments were booked."""
    chance.seed(7)
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE account AS SELECT 0 AS balance")
    db.execute("CREATE TABLE done (id TEXT PRIMARY KEY)")
    queue = deque(f"payment-{n}" for n in range(PAYMENTS))
    deliveries = 0
    while queue:
        payment, deliveries = queue[0], deliveries + 1
        try:
            if ack_first:
                queue.popleft()
                may_crash()
            db.execute("BEGIN")
            work(db, payment)
            db.execute("COMMIT")
            if not ack_first:
                may_crash()
                queue.popleft()
        except Crash:
            continue  # another process takes over at the head of the queue
    return deliveries, db.execute("SELECT balance FROM account").fetchone()[0]


print("acknowledge  work       deliveries  booked")
for ack_first in (True, False):
    for work in (book, book_once):
        deliveries, booked = run(work, ack_first)
        when = "before" if ack_first else "after"
        print(f"{when:11}  {work.__name__:9} {deliveries:11} {booked:7}")
print(f"of {PAYMENTS}; expected deliveries after: {PAYMENTS / (1 - CRASH):.0f}")
