"""Linear warmup, then a cosine to a minimum, and a run under this schedule."""
from collections.abc import Callable
from math import cos, pi


class Optimizer:
    """Stands for PyTorch's: the rate of the next step, and those that were used."""

    def __init__(self, lr: float):
        self.lr = lr
        self.used: list[float] = []

    def step(self) -> None:
        self.used.append(self.lr)


class LambdaLR:
    """As PyTorch's: the rate is the optimizer's first one times factor(t).

    t is 0 at once, and one more after each step() of the scheduler.
    """

    def __init__(self, optimizer: Optimizer, factor: Callable[[int], float]):
        self.optimizer, self.base, self.factor = optimizer, optimizer.lr, factor
        self.t = -1
        self.step()

    def step(self) -> None:
        self.t += 1
        self.optimizer.lr = self.base * self.factor(self.t)


def share(t: int, warm: int, total: int, end: float = 0.1) -> float:
    if t < warm:
        return (t + 1) / warm
    if t >= total:
        return end
    done = (t - warm) / (total - warm)
    return end + (1 - end) * (1 + cos(pi * done)) / 2


def train(
    optimizer: Optimizer, steps: int, warm: int, total: int, end: float = 0.1
) -> None:
    scheduler = LambdaLR(optimizer, lambda t: share(t, warm, total, end))
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
