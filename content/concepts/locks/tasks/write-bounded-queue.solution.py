"""A bounded queue for many producers and consumers, and its end.

A thread is a generator: wherever it yields, the scheduler may run another one.
What may wait is called by `yield from`, and in between nothing else runs.
"""
from collections import deque


class Lock:
    """Held by one thread at a time."""

    def __init__(self):
        self.held = False

    def acquire(self):
        yield lambda: not self.held  # goes on once it is free
        self.held = True

    def release(self):
        self.held = False


class Condition:
    """Sleepers of one lock, first in, first out."""

    def __init__(self, lock):
        self.lock, self.sleepers = lock, []

    def wait(self):
        """Call it with the lock held; it is held again when this returns."""
        self.sleepers.append(me := object())
        self.lock.release()
        yield lambda: me not in self.sleepers
        yield from self.lock.acquire()

    def notify(self, count=1):
        """Wakes so many sleepers: they go on when they get the lock."""
        del self.sleepers[:count]

    def notify_all(self):
        self.sleepers.clear()


class Items:
    """A deque that may be touched only while the lock is held."""

    def __init__(self, lock):
        self.lock, self.stored = lock, deque()

    def touched(self):
        if not self.lock.held:
            raise RuntimeError("the items are touched without the lock")
        return self.stored

    def append(self, item):
        self.touched().append(item)

    def popleft(self):
        return self.touched().popleft()

    def __len__(self):
        return len(self.touched())


class Closed(Exception):
    """No more items."""


class BoundedQueue:
    def __init__(self, capacity):
        self.capacity, self.closed = capacity, False
        self.lock = Lock()
        self.items = Items(self.lock)
        self.not_full = Condition(self.lock)
        self.not_empty = Condition(self.lock)

    def put(self, item):
        yield from self.lock.acquire()
        try:
            while len(self.items) == self.capacity and not self.closed:
                yield from self.not_full.wait()
            if self.closed:
                raise Closed
            self.items.append(item)
            self.not_empty.notify()
        finally:
            self.lock.release()

    def get(self):
        yield from self.lock.acquire()
        try:
            while not self.items and not self.closed:
                yield from self.not_empty.wait()
            if not self.items:
                raise Closed
            item = self.items.popleft()
            self.not_full.notify()
            return item
        finally:
            self.lock.release()

    def close(self):
        yield from self.lock.acquire()
        self.closed = True
        self.not_full.notify_all()
        self.not_empty.notify_all()
        self.lock.release()
