"""A payment that is retried, and charged once."""

import sqlite3
from collections.abc import Callable


def tables(db: sqlite3.Connection) -> None:
    """Given: status is NULL until the payment has ended."""
    db.execute("CREATE TABLE payments (key PRIMARY KEY, amount, status)")
    db.execute("CREATE TABLE ledger (key, amount)")


def pay(
    db: sqlite3.Connection,
    key: str,
    amount: int,
    charge: Callable[[str, int], bool],
) -> int:
    """Charges a card once for each key, however often it is called.

    charge(key, amount) asks the provider: True is paid, False is declined, and
    TimeoutError says that nobody knows. The provider charges once for a key, too,
    and gives the same answer again.

    The status is 200 paid, 402 declined, 504 unknown: call again with the same
    key. 422: the key came with another amount before. What has ended is answered
    without the provider. Each paid key has one row in the ledger, also when two
    calls with one key run side by side, and a program may die anywhere.

    `with db:` is a transaction: committed at its end, rolled back on an error.

    >>> db = sqlite3.connect(":memory:")
    >>> tables(db)
    >>> pay(db, "k1", 30, lambda key, amount: True)
    200
    >>> pay(db, "k1", 30, lambda key, amount: True)
    200
    >>> db.execute("SELECT * FROM ledger").fetchall()
    [('k1', 30)]
    """
    raise NotImplementedError
