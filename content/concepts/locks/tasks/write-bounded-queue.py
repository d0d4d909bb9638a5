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
    """At most `capacity` items, first in, first out.

    put waits while the queue is full, get while it is empty; both sleep.
    After close, put raises Closed, also one that was waiting. get still returns
    what is stored, and raises Closed once nothing is left.

    Keep the items in Items(lock). Two of a thread's steps, by a scheduler:
        yield from queue.put("a")
        item = yield from queue.get()   # "a"
    """

    def __init__(self, capacity):
        raise NotImplementedError

    def put(self, item):
        raise NotImplementedError
        yield  # makes it a generator

    def get(self):
        raise NotImplementedError
        yield

    def close(self):
        raise NotImplementedError
        yield
