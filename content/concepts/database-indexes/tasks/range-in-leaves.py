"""All keys of a B+ tree in a range."""
from bisect import bisect_left, bisect_right


class Page:
    """`below` is empty in a leaf, whose `next` is the leaf to its right."""

    def __init__(self, keys, below=(), next=None):
        self.keys, self.below, self.next = list(keys), list(below), next


def between(root, low, high):
    """Returns the keys with low <= key < high, in order, as a list.

    root: a Page. An inner page has one page more in `below` than keys; what is
        below way i is at least keys[i - 1] and less than keys[i]. Leaves are all
        at one depth and linked by `next`; the last one's is None.
    Keys are unique. Read few pages: the tests count them.

    >>> right = Page([5, 9])
    >>> between(Page([5], [Page([1, 3], [], right), right]), 3, 9)
    [3, 5]
    """
    raise NotImplementedError
