"""A queue from two stacks."""


class Stack:
    """push, pop, len; counts the operations of all stacks."""

    operations = 0

    def __init__(self):
        self._items = []

    def __len__(self):
        return len(self._items)

    def push(self, value):
        Stack.operations += 1
        self._items.append(value)

    def pop(self):
        Stack.operations += 1
        return self._items.pop()


class Queue:
    """First in, first out, by push and pop of stacks alone; any n operations
    take O(n) of these.

    put(value): adds value at the back.
    take(): removes the value at the front and returns it.
    peek(): returns the value at the front and leaves it there.
    take and peek raise IndexError if there is none.

    >>> queue = Queue()
    >>> queue.put("a"); queue.put("b")
    >>> queue.take(), queue.peek(), len(queue)
    ('a', 'b', 1)
    """

    def __init__(self):
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError

    def put(self, value):
        raise NotImplementedError

    def take(self):
        raise NotImplementedError

    def peek(self):
        raise NotImplementedError
