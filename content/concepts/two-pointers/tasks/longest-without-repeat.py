"""The longest run without a repeat."""


def longest(items):
    """Returns (start, length) of the longest run in which no item occurs twice.

    items: a string, or a list of hashable items, n of them.
    Of several runs of that length, the first; of nothing, (0, 0).

    >>> longest("abcab")
    (0, 3)
    """
    raise NotImplementedError
