"""Linear scaling and its limit, exactly, on a noisy quadratic."""
from math import sqrt

EXAMPLES, START, TARGET = 1024, 100.0, 1.0
BASE = 0.01  # a good rate at batch 1


def expected(eta: float, batch: int, steps: int) -> float:
    m = START
    for _ in range(steps):
        m = (1 - eta) ** 2 * m + eta**2 / batch
    return m


# region: rules
print(f"squared error after {EXAMPLES} examples, rate {BASE} at batch 1")
print("batch  steps   kept   × root   × batch")
for k in (1, 4, 16, 64, 128, 256):
    ends = (expected(BASE * by, k, EXAMPLES // k) for by in (1, sqrt(k), k))
    print(f"{k:5} {EXAMPLES // k:6}", *(f"{m:8.3g}" for m in ends))
# endregion


# region: tuned
def steps_to(eta: float, batch: int, most: int = 1000) -> int:
    """Steps until the errors along curvatures 1 and 0.1 sum to TARGET."""
    steep = flat = START
    for t in range(most):
        if steep + flat <= TARGET:
            return t
        steep = (1 - eta) ** 2 * steep + eta**2 / batch
        flat = (1 - eta / 10) ** 2 * flat + eta**2 / batch
    return most


print(f"\nfewest steps to {TARGET}, curvatures 1 and 0.1, constant rate tuned")
print("batch   rate  steps  examples")
for batch in (1, 2, 4, 8, 16, 32, 64, 256, 1024):
    rates = [i / 500 for i in range(1, 1000)]
    steps, eta = min((steps_to(r, batch), r) for r in rates)
    print(f"{batch:5} {eta:6.3f} {steps:6} {steps * batch:9}")
# endregion
