"""Orders on eight SQLite shards, placed by customer: what each question costs."""

import sqlite3
from heapq import nlargest
from random import Random
from zlib import crc32

TABLE = "orders(id integer primary key, customer text, city text, cents int)"
SHARDS = [sqlite3.connect(":memory:") for _ in range(8)]
WHOLE = sqlite3.connect(":memory:")  # the same rows in one place, to compare
asked: list[int] = []


def home(text: str) -> int:
    return crc32(text.encode()) % len(SHARDS)


def ask(shard: int, query: str, *values: object) -> list[tuple]:
    asked.append(shard)
    return SHARDS[shard].execute(query, values).fetchall()


for database in (*SHARDS, WHOLE):
    database.execute("create table " + TABLE)
    database.execute("create index local_city on orders(city)")
    database.execute("create table by_city(city, customer, id)")
random = Random(0)
for at in range(20_000):
    customer = f"c{int(random.paretovariate(0.6)) % 5000}"
    row = (at, customer, f"city{random.randrange(3000)}", random.randrange(10**5))
    for database in (SHARDS[home(customer)], WHOLE):
        database.execute("insert into orders values (?, ?, ?, ?)", row)
    at_city = SHARDS[home(row[2])]  # the global index lives at the city's home
    at_city.execute("insert into by_city values (?, ?, ?)", (row[2], customer, at))


def everywhere(query: str) -> list[tuple]:
    return [row for shard in range(len(SHARDS)) for row in ask(shard, query)]


def show(question: str, got: object, query: str) -> None:
    right = got == WHOLE.execute(query).fetchall()
    print(f"{question:<22}{len(asked):2} statements", "right" if right else "WRONG")
    asked.clear()


MINE = "select id from orders where customer = 'c7' order by id"
show("one customer", ask(home("c7"), MINE), MINE)
CITY = "select id from orders where city = 'city7' order by id"
show("city, local indexes", sorted(everywhere(CITY)), CITY)
found = ask(home("city7"), "select customer, id from by_city where city = 'city7'")
ONE = "select id from orders where id = ?"
ids = [ask(home(customer), ONE, at)[0] for customer, at in found]
show(f"city, global, {len(ids)} rows", sorted(ids), CITY)
TOP = "select cents, id from orders order by cents desc, id desc limit 10"
show("dearest ten", nlargest(10, everywhere(TOP)), TOP)
parts = everywhere("select sum(cents), count(*) from orders")
mean = sum(cents for cents, _ in parts) / sum(count for _, count in parts)
show("mean", [(round(mean),)], "select cast(round(avg(cents)) as int) from orders")
print("rows by shard:", *(count for _, count in parts))
