"""Two connections to one SQLite file in WAL mode: who sees what, who is refused."""

import sqlite3
from pathlib import Path


def attempt(connection: sqlite3.Connection, sql: str, who: str) -> None:
    """Says what came, or by which error the statement was refused."""
    try:
        said = str(connection.execute(sql).fetchall() or "done")
    except sqlite3.Error as error:
        name = error.sqlite_errorname.removeprefix("SQLITE_")
        said = f"{name}: {str(error).split(':')[0]}"
    print(f"  {who}: {sql:37} {said}")


def two(title: str) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    print(title)
    path = f"{title.split()[0]}.db"
    Path(path).unlink(missing_ok=True)
    a, b = (sqlite3.connect(path, isolation_level=None, timeout=0) for _ in "ab")
    a.execute("PRAGMA journal_mode = wal")
    a.execute("CREATE TABLE acc (id INTEGER PRIMARY KEY, v INT CHECK (v >= 0))")
    a.execute("INSERT INTO acc VALUES (1, 50), (2, 50)")
    return a, b


SUM = "SELECT sum(v) FROM acc"
a, b = two("Snapshot")
attempt(a, "BEGIN", "A")
attempt(a, SUM, "A")
attempt(b, "UPDATE acc SET v = v+10 WHERE id = 1", "B")
attempt(a, SUM, "A")  # the snapshot of A's first read
attempt(a, "UPDATE acc SET v = v+5 WHERE id = 2", "A")
attempt(a, "ROLLBACK", "A")
attempt(a, SUM, "A")

a, b = two("Immediate")
attempt(a, "BEGIN IMMEDIATE", "A")
attempt(b, "BEGIN IMMEDIATE", "B")
attempt(b, SUM, "B")  # readers need no lock that a writer holds
attempt(a, "COMMIT", "A")
attempt(b, "BEGIN IMMEDIATE", "B")

a, b = two("Atomic")
attempt(a, "BEGIN IMMEDIATE", "A")
attempt(a, "UPDATE acc SET v = v+60 WHERE id = 2", "A")
attempt(a, "UPDATE acc SET v = v-60 WHERE id = 1", "A")
attempt(a, "ROLLBACK", "A")
attempt(a, "SELECT v FROM acc", "A")
