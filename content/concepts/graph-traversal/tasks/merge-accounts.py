"""Accounts of one person, merged."""


def merge(accounts):
    """Returns one list for each person: the name, then all addresses, sorted,
    each once.

    accounts: lists [name, address, address, …] with one address or more. Two
    accounts are one person's if they share an address, or are linked through
    others that do. The same name alone links nobody. Persons come in the order
    of their first account, whose name they have.

    >>> merge([["Ada", "a@x", "b@x"], ["Bo", "c@x"], ["Ada L.", "b@x", "d@x"]])
    [['Ada', 'a@x', 'b@x', 'd@x'], ['Bo', 'c@x']]
    """
    raise NotImplementedError
