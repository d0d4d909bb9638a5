"""A key-value store in memory with transactions that nest."""


class Store:
    """Values are never None; keys and values can be hashed.

    Every call but rollback and commit takes constant time.

    >>> s = Store()
    >>> s.set("a", 1); s.begin(); s.set("a", 2); s.count(2)
    1
    >>> s.rollback(), s.get("a"), s.count(2)
    (True, 1, 0)
    """

    def get(self, key):
        """The value, or None where there is none."""
        raise NotImplementedError

    def set(self, key, value):
        raise NotImplementedError

    def delete(self, key):
        """Removes the key; nothing happens where it is not there."""
        raise NotImplementedError

    def count(self, value):
        """How many keys have this value now."""
        raise NotImplementedError

    def begin(self):
        """Opens a transaction, within the one that is open, if any."""
        raise NotImplementedError

    def rollback(self):
        """Takes back what the innermost transaction did. False if none is open."""
        raise NotImplementedError

    def commit(self):
        """Hands its changes to the transaction around it. False if none is open."""
        raise NotImplementedError
