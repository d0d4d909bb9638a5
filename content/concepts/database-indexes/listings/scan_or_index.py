"""Pages of a table that a query reads, by the share of rows that it wants."""
import math
import random

PAGES, PER_PAGE = 14_286, 70  # a million rows of about 110 bytes in pages of 8 KiB
RANDOM_COST = 4.0  # of a page out of order, against 1 for the next one


def distinct(share: float) -> float:
    """Pages with at least one wanted row, where rows lie in no order."""
    return PAGES * (1 - (1 - share) ** PER_PAGE)


def counted(share: float) -> int:
    rng = random.Random(1)
    rows = PAGES * PER_PAGE
    wanted = rng.sample(range(rows), round(share * rows))
    return len({row // PER_PAGE for row in wanted})


print("  share    rows  one by one   sorted  counted  clustered   scan")
for share in (0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3):
    rows = round(share * PAGES * PER_PAGE)
    clustered = math.ceil(share * PAGES)
    print(f"{share:7.2%} {rows:7,} {rows:11,} {distinct(share):8,.0f}"
          f" {counted(share):8,} {clustered:10,} {PAGES:6,}")

even = 1 / (RANDOM_COST * PER_PAGE)
print(f"one by one costs as much as the scan at {even:.2%} of the rows")
