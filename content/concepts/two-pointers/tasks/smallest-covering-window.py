"""The smallest window that holds all required letters."""
from collections import Counter


def smallest(text, required):
    """Returns the shortest run of the text that holds every required letter.

    required: a letter that stands in it twice has to be there twice.
    Of several such runs of that length, the first; if there is none, or if
    nothing is required, the empty string.

    >>> smallest("xaybzcab", "abc")
    'cab'
    """
    raise NotImplementedError
