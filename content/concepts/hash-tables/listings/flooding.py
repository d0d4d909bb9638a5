"""Keys that an attacker chose: how often Python's own dict compares two of them."""

import sys


class Counted(int):
    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return int.__eq__(self, other)

    __hash__ = int.__hash__


def comparisons(keys: list[int]) -> int:
    """What building a dict of these keys takes."""
    Counted.compared = 0
    table = {Counted(key): True for key in keys}
    assert len(table) == len(keys)
    return Counted.compared


# The hash of an int is its remainder by this prime, so that of a multiple is 0.
prime = sys.hash_info.modulus
print("  keys   1, 2, 3, …   multiples of the prime")
for count in (500, 1_000, 2_000):
    plain = comparisons([key for key in range(1, count + 1)])
    hostile = comparisons([key * prime for key in range(1, count + 1)])
    print(f"{count:6}   {plain:10}   {hostile:22}")
