"""TODO a small task at work: make it yours."""


def update(mean: float, count: int, value: float) -> float:
    """Returns the mean of count + 1 values: mean is that of the first count.

    >>> update(2.0, 1, 4.0)
    3.0
    """
    raise NotImplementedError
