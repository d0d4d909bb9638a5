"""Count the islands of a grid."""


def count_islands(grid):
    """Returns how many islands there are: land cells that touch at a side
    belong together.

    grid: rows of equal length, 1 for land and 0 for water; stays as it is.
    There may be no rows, and an island may have a hundred thousand cells.

    >>> count_islands([[1, 1, 0], [0, 0, 0], [0, 1, 1]])
    2
    """
    raise NotImplementedError
