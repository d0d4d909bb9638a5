"""Steps from each cell to the nearest charger."""
from collections import deque


def steps_to_charger(grid):
    """Returns for each cell how many steps the nearest charger is away.

    grid: strings of equal length, "." for a free cell, "#" for a wall, "C" for
    a charger. A step leads to one of four neighbors that is no wall; chargers
    can be crossed. Returns a list of rows with a whole number for each cell,
    and None for walls and for cells that no charger reaches.

    >>> steps_to_charger(["C..", ".#C"])
    [[0, 1, 1], [1, None, 0]]
    """
    raise NotImplementedError
