def update(mean: float, count: int, value: float) -> float:
    return mean + (value - mean) / (count + 1)
