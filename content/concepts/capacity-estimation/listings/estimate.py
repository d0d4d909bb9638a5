"""From users to machines, for a photo feed: every assumption in one place."""

from math import ceil

DAY, YEAR = 86_400, 365
USERS = 10_000_000      # active on a day
VIEWS = 20              # screens of the feed, each user, each day
UPLOADS = 0.1           # photos, each user, each day
THUMBNAILS = 10         # on a screen
THUMBNAIL = 50e3        # bytes
PHOTO, ROW = 1.5e6, 500  # bytes: a photo with all its sizes; a row about it
COPIES = 3
PEAK = 3                # busiest minute against the mean of the day
MACHINE = 400           # screens a second at which one machine saturates
TARGET = 0.6            # utilization at peak: within p99, and room to grow
ZONES = 3               # one of them may be lost


def human(amount: float, unit: str) -> str:
    for prefix in ("", "k", "M", "G", "T"):
        if amount < 1000:
            return f"{amount:.3g} {prefix}{unit}"
        amount /= 1000
    return f"{amount:.3g} P{unit}"


# region: rates
views = USERS * VIEWS / DAY
uploads = USERS * UPLOADS / DAY
peak = PEAK * views
print(f"screens      {views:8.0f} a second, {peak:.0f} at peak")
print(f"uploads      {uploads:8.1f} a second, {PEAK * uploads:.1f} at peak")
print(f"reads for each write: {views / uploads:.0f}")
# endregion

# region: machines
busy = peak / MACHINE
needed = ceil(busy / TARGET)
each = ceil(needed / (ZONES - 1))
print(f"machines     {ceil(busy)} fully busy, {needed} at {TARGET:.0%}, "
      f"{each * ZONES} to lose a zone")
# endregion

# region: bytes
photos, rows = USERS * UPLOADS * PHOTO, USERS * UPLOADS * ROW
print(f"photos       {human(photos, 'B')} a day, "
      f"{human(COPIES * YEAR * photos, 'B')} a year in {COPIES} copies")
print(f"rows         {human(rows, 'B')} a day, {human(YEAR * rows, 'B')} a year")
out = peak * THUMBNAILS * THUMBNAIL
links = ceil(8 * out / 10e9)
print(f"sent at peak {human(8 * out, 'bit/s')}, {links} links of 10 Gbit/s")
# endregion
