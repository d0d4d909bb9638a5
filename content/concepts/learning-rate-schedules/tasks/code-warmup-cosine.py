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
    """Returns the rate of step t as a share of the peak.

    t: counted from 0, in optimizer steps.
    warm: steps of the ramp, a line whose last step has the peak; may be 0.
    total: steps of the run, the ramp among them. The cosine starts from the peak at
        step warm, if that is before total; from step total on it is the minimum.
    end: the minimum, as a share of the peak.

    >>> share(0, 4, 100), share(3, 4, 100), share(100, 4, 100)
    (0.25, 1.0, 0.1)
    """
    raise NotImplementedError


def train(
    optimizer: Optimizer, steps: int, warm: int, total: int, end: float = 0.1
) -> None:
    """Takes so many steps of the optimizer, whose rate is the peak when it comes.

    Its rate at the end is that of the step that would come next.

    >>> optimizer = Optimizer(lr=0.5)
    >>> train(optimizer, 2, 4, 100)
    >>> optimizer.used, optimizer.lr
    ([0.125, 0.25], 0.375)
    """
    raise NotImplementedError
