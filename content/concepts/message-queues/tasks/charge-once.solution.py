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
    with db:  # the intention is stored before anybody is asked
        db.execute(
            "INSERT OR IGNORE INTO payments VALUES (?, ?, NULL)", (key, amount)
        )
    asked, status = db.execute(
        "SELECT amount, status FROM payments WHERE key = ?", (key,)
    ).fetchone()
    if asked != amount:
        return 422
    if status is not None:
        return status
    try:
        paid = charge(key, amount)  # the same key, so that a repeat is none there
    except TimeoutError:
        return 504
    status = 200 if paid else 402
    with db:  # the answer and its effect, together
        ended = db.execute(
            "UPDATE payments SET status = ? WHERE key = ? AND status IS NULL",
            (status, key),
        )
        if paid and ended.rowcount == 1:
            db.execute("INSERT INTO ledger VALUES (?, ?)", (key, amount))
    return status
