"""Rain between walls."""


def rain(walls):
    """Returns how many units of water stay between the walls.

    walls: n heights, whole numbers from 0 on; each wall is one unit wide.
    Water runs off at both ends.
    Uses a constant number of variables beside the list, which stays as it is.

    >>> rain([3, 0, 2, 0, 4])
    7
    """
    raise NotImplementedError
