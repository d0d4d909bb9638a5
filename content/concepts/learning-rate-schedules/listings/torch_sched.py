"""PyTorch's schedulers against the formula, and what they do past the end."""
from collections.abc import Callable
from math import cos, pi

import torch
from torch.optim import lr_scheduler as L

Make = Callable[[torch.optim.Optimizer], L.LRScheduler]


# region: rates
def rates(make: Make, steps: int) -> list[float]:
    """The rate of each step, at a peak of 1."""
    weight = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([weight], lr=1.0, momentum=0.9)
    scheduler, used = make(optimizer), []
    for _ in range(steps):
        used.append(optimizer.param_groups[0]["lr"])
        weight.grad = torch.ones(1)
        optimizer.step()  # first the step ...
        scheduler.step()  # ... then the rate of the next one
    return used
# endregion


# region: warmup-cosine
def own(t: int, warm: int = 10, total: int = 100) -> float:
    if t < warm:
        return (t + 1) / warm
    return (1 + cos(pi * (t - warm) / (total - warm))) / 2


def theirs(o: torch.optim.Optimizer) -> L.LRScheduler:
    ramp = L.LinearLR(o, start_factor=1 / 10, total_iters=9)
    return L.SequentialLR(o, [ramp, L.CosineAnnealingLR(o, T_max=90)], [10])
# endregion


def show(name: str, values: list[float], at: tuple[int, ...]) -> None:
    print(f"{name:24}", *(f"{t}: {values[t]:.4g}" for t in at))


print("PyTorch", torch.__version__.split("+")[0])
used, formula = rates(theirs, 100), [own(t) for t in range(100)]
worst = max(abs(a - b) for a, b in zip(used, formula))
print(f"largest difference       {worst:.0e}" if worst > 1e-6 else "equal to 1e-6")
show("sequence", used, (0, 9, 10, 55, 99))
show("LinearLR, defaults", rates(lambda o: L.LinearLR(o), 6), (0, 1, 4, 5))
cosine = rates(lambda o: L.CosineAnnealingLR(o, T_max=10), 21)
show("cosine, T_max=10", [round(r, 6) for r in cosine], (0, 5, 10, 15, 20))
one = rates(lambda o: L.OneCycleLR(o, max_lr=1.0, total_steps=100), 99)
print(f"OneCycleLR               0: {one[0]:.4g} peak at {one.index(max(one))}")
step = rates(lambda o: L.StepLR(o, step_size=30), 91)
show("StepLR(30) each batch", step, (0, 30, 60, 90))
try:
    rates(lambda o: L.OneCycleLR(o, max_lr=1.0, total_steps=10), 12)
except ValueError as error:
    print("OneCycleLR past the end:", str(error).split(".")[0])
