"""The bounded queue as one writes it, and what Python's locks promise."""

import threading
from collections import deque


class Closed(Exception):
    pass


class BoundedQueue:
    def __init__(self, capacity: int) -> None:
        self.items, self.capacity, self.closed = deque[object](), capacity, False
        self.lock = threading.Lock()
        self.not_full = threading.Condition(self.lock)
        self.not_empty = threading.Condition(self.lock)

    def put(self, item: object) -> None:
        with self.lock:
            while len(self.items) == self.capacity and not self.closed:
                self.not_full.wait()
            if self.closed:
                raise Closed
            self.items.append(item)
            self.not_empty.notify()

    def get(self) -> object:
        with self.lock:
            while not self.items and not self.closed:
                self.not_empty.wait()
            if not self.items:
                raise Closed
            item = self.items.popleft()
            self.not_full.notify()
            return item

    def close(self) -> None:
        with self.lock:
            self.closed = True
            self.not_full.notify_all()
            self.not_empty.notify_all()


queue = BoundedQueue(2)
queue.put("a")
queue.put("b")
queue.close()
print(queue.get(), queue.get(), "and then", end=" ")
try:
    queue.get()
except Closed:
    print("closed")
lock, reentrant = threading.Lock(), threading.RLock()
print("a Lock, twice by one thread:", lock.acquire() and lock.acquire(timeout=0))
print("an RLock, twice by one thread:", reentrant.acquire() and reentrant.acquire())
print("a Lock, left by an exception:", queue.lock.locked())
permits = threading.Semaphore(1)
permits.release()
print("a Semaphore of 1, released:", [permits.acquire(False) for _ in "abc"])
