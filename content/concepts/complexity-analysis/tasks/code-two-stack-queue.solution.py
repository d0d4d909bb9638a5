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
    def __init__(self):
        self.inbox, self.outbox = Stack(), Stack()

    def __len__(self):
        return len(self.inbox) + len(self.outbox)

    def put(self, value):
        self.inbox.push(value)

    def pour(self):
        if not self:
            raise IndexError("the queue is empty")
        if len(self.outbox) == 0:
            while len(self.inbox):
                self.outbox.push(self.inbox.pop())

    def take(self):
        self.pour()
        return self.outbox.pop()

    def peek(self):
        self.pour()
        value = self.outbox.pop()
        self.outbox.push(value)
        return value
