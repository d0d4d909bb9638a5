"""What an old snapshot keeps alive: versions that vacuum may not remove."""

ROWS, UPDATES = 10, 1000
NOW = float("inf")
Version = tuple[float, float]  # created at, replaced at


def vacuum(table: list[Version], snapshots: list[int]) -> list[Version]:
    """Keeps what is current, or was replaced since the oldest open snapshot."""
    oldest = min(snapshots, default=NOW)
    return [(made, gone) for made, gone in table if gone == NOW or gone > oldest]


def churn(snapshots: list[int]) -> int:
    """Updates one row after another, and vacuums after each round."""
    table: list[Version] = [(0, NOW)] * ROWS
    for at in range(1, UPDATES + 1):
        made, _ = table.pop([gone for _, gone in table].index(NOW))
        table += [(made, at), (at, NOW)]
        if at % ROWS == 0:
            table = vacuum(table, snapshots)
    return len(table)


print(f"{ROWS} rows, {UPDATES} updates, vacuum after every {ROWS}")
print(f"no snapshot open:        {churn([]):5} versions")
print(f"one open since update 5: {churn([5]):5} versions")
