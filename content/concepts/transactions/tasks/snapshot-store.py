"""A store that keeps versions: snapshots, and the first committer wins."""


class Store:
    """Calls of several transactions may come interleaved, in one thread.

    >>> store = Store()
    >>> a, b = store.begin(), store.begin()
    >>> a.set("x", 1); a.commit(), b.get("x")
    (True, None)
    >>> b.set("x", 2); b.commit()
    False
    """

    def begin(self):
        """A transaction: it sees all commits before this moment, none after it."""
        raise NotImplementedError

    def vacuum(self):
        """Drops the versions of a key older than the one that the oldest
        open snapshot reads; with none open, all but the newest.

        A deletion counts as a version, and is kept like any other.
        Returns how many versions are left, over all keys.
        """
        raise NotImplementedError


class Transaction:
    """Neither commit nor rollback is called a second time."""

    def get(self, key):
        """Its own write, if any; else as of begin. None where there is none."""
        raise NotImplementedError

    def set(self, key, value):
        """Visible to others once this has committed. None deletes the key."""
        raise NotImplementedError

    def commit(self):
        """True; or False, with no trace of it, if a key that it wrote
        was committed by another one after its begin."""
        raise NotImplementedError

    def rollback(self):
        raise NotImplementedError
