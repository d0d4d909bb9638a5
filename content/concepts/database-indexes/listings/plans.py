"""What SQLite plans for a query, without an index and with two."""
import sqlite3

db = sqlite3.connect(":memory:")
db.execute(
    "CREATE TABLE users (id INTEGER PRIMARY KEY, "
    "email TEXT, country TEXT, joined INTEGER, bio TEXT)"
)
db.executemany(
    "INSERT INTO users VALUES (?, ?, ?, ?, 'hello')",
    [(i, f"u{i}@x", ("DE", "FR", "US")[i % 3], i * 7 % 1000) for i in range(9000)],
)


def plan(query: str) -> None:
    """Prints the query and, beneath, each line of its plan."""
    print(query)
    for *_, detail in db.execute(f"EXPLAIN QUERY PLAN {query}"):
        print("    ", detail)


plan("SELECT * FROM users WHERE email = 'u5@x'")
print()
db.executescript("""
    CREATE INDEX by_email ON users (email);
    CREATE INDEX by_place ON users (country, joined);
""")

plan("SELECT * FROM users WHERE email = 'u5@x'")
plan("SELECT id FROM users WHERE email = 'u5@x'")
plan("SELECT * FROM users WHERE lower(email) = 'u5@x'")
plan("SELECT * FROM users WHERE country = 'DE' AND joined > 900")
plan("SELECT * FROM users WHERE country = 'DE' ORDER BY joined")
plan("SELECT * FROM users WHERE country > 'DE' AND joined = 900")
plan("SELECT * FROM users WHERE country > 'DE' ORDER BY joined")
plan("SELECT * FROM users WHERE joined = 900")
plan("SELECT joined FROM users WHERE joined = 900")
