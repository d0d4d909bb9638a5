"""A crash at every point between an order and its message: what is left?"""

import sqlite3
from collections.abc import Iterator
from itertools import islice

State = tuple[sqlite3.Connection, list[str]]  # the database, the broker
Steps = Iterator[str]  # a process: each yield is a moment for a crash


def commit_then_publish(state: State) -> Steps:
    db, broker = state
    db.execute("INSERT INTO orders VALUES ('order-1')")
    db.commit()
    yield "order committed"
    broker.append("order-1")
    yield "published"


def publish_then_commit(state: State) -> Steps:
    db, broker = state
    broker.append("order-1")
    yield "published"
    db.execute("INSERT INTO orders VALUES ('order-1')")
    db.commit()
    yield "order committed"


def outbox(state: State) -> Steps:
    db, _ = state
    db.execute("INSERT INTO orders VALUES ('order-1')")
    db.execute("INSERT INTO outbox VALUES ('order-1')")
    db.commit()
    yield "order and outbox committed"
    yield from relay(state)


def relay(state: State) -> Steps:
    """Runs after each start: publishes what the outbox holds, then deletes it."""
    db, broker = state
    for (message,) in db.execute("SELECT id FROM outbox").fetchall():
        broker.append(message)
        yield "published"
        db.execute("DELETE FROM outbox WHERE id = ?", (message,))
        db.commit()
        yield "deleted"


for way in (commit_then_publish, publish_then_commit, outbox):
    print(way.__name__, "with a crash after")
    for crash in range(1, 5):
        db, broker = sqlite3.connect(":memory:"), []
        db.execute("CREATE TABLE orders (id TEXT)")
        db.execute("CREATE TABLE outbox (id TEXT)")
        done = list(islice(way((db, broker)), crash))
        if len(done) < crash:
            break
        list(relay((db, broker)))  # a new process starts and runs the relay
        (orders,) = db.execute("SELECT count(*) FROM orders").fetchone()
        print(f"  {done[-1]:27} {orders} in orders, {len(broker)} in the broker")
