"""The fewest conveyors to turn."""
from collections import deque

MOVES = {">": (0, 1), "v": (1, 0), "<": (0, -1), "^": (-1, 0)}


def fewest_turns(grid):
    """Returns how many conveyors must be turned so that a parcel gets from the
    upper left cell to the lower right one.

    grid: strings of equal length, one row or more; each character says to which
    neighbor its conveyor moves a parcel, as in MOVES. It may point out of the
    grid, where no parcel may go. A turned conveyor may get any of the four
    directions.

    >>> fewest_turns([">>", "<<"])
    1
    """
    raise NotImplementedError
