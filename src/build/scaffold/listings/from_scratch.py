"""TODO the idea with the standard library alone; this one keeps a mean."""

Values = list[float]


# region: core
def update(mean: float, value: float, count: int) -> float:
    """The mean after one more value."""
    return mean + (value - mean) / count
# endregion


values: Values = [2.0, 4.0, 9.0]
mean = 0.0
for count, value in enumerate(values, start=1):
    mean = update(mean, value, count)
    print(f"after {count}: {mean:.2f}")
