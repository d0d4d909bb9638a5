"""A key-value store in memory with transactions that nest."""


class Store:
    def __init__(self):
        self.data, self.counts, self.undo = {}, {}, []

    def put(self, key, value):
        """Every change goes through here; returns the old value."""
        old = self.data.pop(key, None)
        if old is not None:
            self.counts[old] -= 1
        if value is not None:
            self.data[key] = value
            self.counts[value] = self.counts.get(value, 0) + 1
        return old

    def get(self, key):
        return self.data.get(key)

    def set(self, key, value):
        old = self.put(key, value)
        if self.undo:
            self.undo[-1].setdefault(key, old)

    def delete(self, key):
        self.set(key, None)

    def count(self, value):
        return self.counts.get(value, 0)

    def begin(self):
        self.undo.append({})

    def rollback(self):
        if not self.undo:
            return False
        for key, old in self.undo.pop().items():
            self.put(key, old)
        return True

    def commit(self):
        if not self.undo:
            return False
        done = self.undo.pop()
        if self.undo:
            for key, old in done.items():
                self.undo[-1].setdefault(key, old)
        return True
