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
    if source is target:
        return True
    first, second = sorted([source, target], key=lambda account: account.number)
    yield from first.lock.acquire()
    yield from second.lock.acquire()
    try:
        left = (yield from read(source)) - amount
        if left < 0:
            return False
        yield from write(source, left)
        yield from write(target, (yield from read(target)) + amount)
        return True
    finally:
        second.lock.release()
        first.lock.release()
