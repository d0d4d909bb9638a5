"""Money moved between two accounts by threads that run at the same time.

A thread is a generator: wherever it yields, the scheduler may run another one.
What may wait is called by `yield from`, and in between nothing else runs.
"""


class Lock:
    """Held by one thread at a time."""

    def __init__(self):
        self.held = False

    def acquire(self):
        yield lambda: not self.held  # goes on once it is free
        self.held = True

    def release(self):
        self.held = False


class Account:
    def __init__(self, number, balance):
        self.number, self.lock = number, Lock()
        self._balance = balance  # for read and write alone


def read(account):
    """The balance; others may run before it is read."""
    yield lambda: True
    if not account.lock.held:
        raise RuntimeError(f"account {account.number} is read without its lock")
    return account._balance


def write(account, balance):
    """A new balance; others may run before it is written."""
    yield lambda: True
    if not account.lock.held:
        raise RuntimeError(f"account {account.number} is written without its lock")
    account._balance = balance


def transfer(source, target, amount):
    """Moves an amount of 0 or more; returns whether there was enough.

    Nobody who holds the locks of both accounts sees money missing. If there is
    not enough, nothing changes. A transfer within one account changes nothing, and
    returns True. Numbers of accounts differ. No transfer waits for one between two
    other accounts, and no set of transfers waits for ever.

    With accounts of 10 and 0, run alone:
        done = yield from transfer(a, b, 4)   # True; balances are 6 and 4
    """
    raise NotImplementedError
    yield  # makes it a generator
