"""Pages of a feed by OFFSET and by the last row seen, while rows keep coming."""
import sqlite3

touched = 0


def touch(_: int) -> bool:
    """Stands in WHERE, so that it is called for each row that is looked at."""
    global touched
    touched += 1
    return True


def feed() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.create_function("touch", 1, touch)
    db.execute("CREATE TABLE posts (id INTEGER PRIMARY KEY, at INTEGER)")
    db.execute("CREATE INDEX by_time ON posts (at, id)")
    rows = [(i, i // 8) for i in range(4000)]
    db.executemany("INSERT INTO posts VALUES (?, ?)", rows)
    return db


BY_OFFSET = """SELECT at, id FROM posts WHERE touch(id)
    ORDER BY at DESC, id DESC LIMIT 20 OFFSET ?"""
BY_KEY = """SELECT at, id FROM posts WHERE (at, id) < (?, ?) AND touch(id)
    ORDER BY at DESC, id DESC LIMIT 20"""

for way in ("OFFSET", "last row seen"):
    db, seen, last = feed(), [], (10**9, 10**9)
    for page in range(200):
        touched = 0
        if way == "OFFSET":
            rows = db.execute(BY_OFFSET, (20 * page,)).fetchall()
        else:
            rows = db.execute(BY_KEY, last).fetchall()
        seen += rows
        if rows:
            last = rows[-1]
        if page == 99:
            print(f"{way}: page 100 looks at {touched:,} rows to show {len(rows)}")
        # Someone posts while the reader turns the page.
        db.execute("INSERT INTO posts (at) VALUES (?)", (500 + page,))
    old = [row for row in seen if row[1] < 4000]
    twice = len(old) - len(set(old))
    print(f"{way}: {len(set(old)):,} of 4,000 posts seen, {twice} of them twice")
