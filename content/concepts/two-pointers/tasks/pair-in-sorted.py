"""Two values of a sorted list that add up to a target."""


def pair(values, target):
    """Returns the places (i, j), i < j, of two values whose sum is the target.

    values: n numbers in rising order; equal ones may stand side by side.
    If several pairs fit, any of them will do; if none does, None.
    Uses a constant number of variables beside the list, which stays as it is.

    >>> pair([1, 4, 6, 9], 10)
    (0, 3) or (1, 2)
    """
    raise NotImplementedError
