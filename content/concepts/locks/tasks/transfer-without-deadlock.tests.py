from random import Random

from cases import case, close, that


def schedule(threads, seed=0, most=5000):
    """Runs threads, named, until nobody can go on; returns what each returned, and who is left."""
    random, ends = Random(seed), {}
    goes = {name: (lambda: True) for name in threads}
    for _ in range(most):
        ready = [name for name in goes if goes[name]()]
        if not ready:
            return ends, sorted(goes)
        name = random.choice(ready)
        try:
            goes[name] = next(threads[name]) or (lambda: True)
        except StopIteration as end:
            ends[name] = end.value
            del goes[name]
    that(False, f"after {most} steps threads still run: they wait without sleeping", running=sorted(goes))


def accounts(task, *balances):
    return [task.Account(number, balance) for number, balance in enumerate(balances, 1)]


def balances(some):
    return [account._balance for account in some]


def audit(some, wanted, wrong):
    """Takes the locks of all, by number, and adds up."""
    for account in some:
        yield from account.lock.acquire()
    if sum(balances(some)) != wanted:
        wrong.append(balances(some))
    for account in some:
        account.lock.release()


@case("Of 10 and 0, 4 are moved.")
def moves(task):
    a, b = accounts(task, 10, 0)
    ends, left = schedule({"move": task.transfer(a, b, 4)})
    close([ends, left], [{"move": True}, []], "what it returned, who waits")
    close(balances([a, b]), [6, 4])


@case("Where there is not enough, nothing changes, and the locks are free again.", kind="edge", judges=["releases"])
def too_little(task):
    a, b = accounts(task, 3, 5)
    ends, left = schedule({"move": task.transfer(a, b, 4)})
    close([ends, left, balances([a, b])], [{"move": False}, [], [3, 5]], "what it returned, who waits, balances")
    ends, left = schedule({"back": task.transfer(b, a, 5)})
    close([ends, left, balances([a, b])], [{"back": True}, [], [8, 0]], "the next transfer: the same")


@case("Two threads that move money in opposite directions both end, under 200 schedules.", kind="property",
      judges=["one-order", "locks-both"])
def opposite(task):
    for seed in range(200):
        a, b = accounts(task, 10, 10)
        _, left = schedule({"there": task.transfer(a, b, 3), "back": task.transfer(b, a, 5)}, seed)
        that(not left, f"under schedule {seed} threads wait for ever", waiting=left)
        close(balances([a, b]), [12, 8], f"balances, schedule {seed}")


@case("Three threads in a circle all end.", kind="property", judges=["one-order"])
def circle(task):
    for seed in range(200):
        a, b, c = accounts(task, 10, 20, 30)
        threads = {"ab": task.transfer(a, b, 1), "bc": task.transfer(b, c, 2), "ca": task.transfer(c, a, 3)}
        _, left = schedule(threads, seed)
        that(not left, f"under schedule {seed} threads wait for ever", waiting=left)
        close(balances([a, b, c]), [12, 19, 29], f"balances, schedule {seed}")


@case("A transfer within one account ends, and changes nothing.", kind="edge", judges=["same-account"])
def same(task):
    (a,) = accounts(task, 10)
    ends, left = schedule({"move": task.transfer(a, a, 4)})
    close([ends, left, balances([a])], [{"move": True}, [], [10]], "what it returned, who waits, balance")


@case("Of two withdrawals that the balance covers only once, one is refused.", kind="property", judges=["locks-both"])
def once(task):
    for seed in range(200):
        a, b, c = accounts(task, 10, 0, 0)
        ends, _ = schedule({"one": task.transfer(a, b, 7), "two": task.transfer(a, c, 7)}, seed)
        close(sorted(ends.values()), [False, True], f"what they returned, schedule {seed}")
        close(sum(balances([a, b, c])), 10, f"all money, schedule {seed}")


@case("Nobody who holds both locks sees money missing.", kind="property", judges=["locks-both"])
def audited(task):
    for seed in range(200):
        some, wrong = accounts(task, 10, 10), []
        a, b = some
        schedule({"move": task.transfer(a, b, 3), "audit": audit(some, 20, wrong), "again": audit(some, 20, wrong)}, seed)
        close(wrong, [], f"balances that an audit saw, schedule {seed}")


@case("A transfer between two other accounts does not wait.", kind="property", hidden=True, judges=["fine-grained"])
def apart(task):
    a, b, c, d = accounts(task, 10, 10, 10, 10)
    halted = task.transfer(a, b, 1)
    for _ in range(3):
        next(halted)  # is in the middle, and gets no more turns
    ends, left = schedule({"other": task.transfer(c, d, 2)})
    close([ends, left], [{"other": True}, []], "how the other transfer ended, who waits")


@case("The order does not follow the balances, which change.", kind="property", hidden=True, judges=["one-order"])
def by_number(task):
    for seed in range(300):
        a, b = accounts(task, 10, 9)
        threads = {f"{n}": task.transfer(*pair, 6) for n, pair in enumerate([(a, b), (b, a), (a, b), (b, a)])}
        _, left = schedule(threads, seed)
        that(not left, f"under schedule {seed} threads wait for ever", waiting=left)
        close(sum(balances([a, b])), 19, f"all money, schedule {seed}")


@case("A hundred transfers among ten accounts keep all money.", kind="scale", hidden=True, judges=["one-order", "locks-both"])
def scale(task):
    random, some = Random(7), accounts(task, *[100] * 10)
    threads = {str(n): task.transfer(*random.sample(some, 2), random.randrange(50)) for n in range(100)}
    _, left = schedule(threads, most=20_000)
    close([left, sum(balances(some))], [[], 1000], "who waits, all money")
