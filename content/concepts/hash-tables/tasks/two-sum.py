"""Two elements that add up to a target."""


def two_sum(numbers: list[int], target: int) -> tuple[int, int] | None:
    """Returns indexes (i, j), i < j, with numbers[i] + numbers[j] == target.

    Any such pair will do; None if there is none. The list stays as it is.
    Linear time on average.

    >>> two_sum([2, 7, 11, 15], 9)
    (0, 1)
    """
    raise NotImplementedError
