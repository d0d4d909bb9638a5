"""A store that keeps versions: snapshots, and the first committer wins."""


class Store:
    def __init__(self):
        self.versions, self.clock, self.open = {}, 0, []

    def begin(self):
        self.open.append(Transaction(self))
        return self.open[-1]

    def vacuum(self):
        oldest = min((t.snapshot for t in self.open), default=self.clock)
        for key, versions in self.versions.items():
            readable = [i for i, (at, _) in enumerate(versions) if at <= oldest]
            self.versions[key] = versions[readable[-1] if readable else 0 :]
        return sum(map(len, self.versions.values()))


class Transaction:
    def __init__(self, store):
        self.store, self.snapshot, self.writes = store, store.clock, {}

    def get(self, key):
        if key in self.writes:
            return self.writes[key]
        for at, value in reversed(self.store.versions.get(key, [])):
            if at <= self.snapshot:
                return value
        return None

    def set(self, key, value):
        self.writes[key] = value

    def rollback(self):
        self.store.open.remove(self)

    def commit(self):
        self.store.open.remove(self)
        versions = self.store.versions
        newest = [versions[key][-1][0] for key in self.writes if key in versions]
        if max(newest, default=0) > self.snapshot:
            return False
        if self.writes:
            self.store.clock += 1
        for key, value in self.writes.items():
            versions.setdefault(key, []).append((self.store.clock, value))
        return True
