"""Every schedule as a share s(t) of the peak rate, for steps t = 0 ... T - 1."""
from collections.abc import Callable
from math import cos, fsum, pi

Schedule = Callable[[int], float]
T, W = 1000, 100  # all steps, warmup steps


# region: shapes
def step(t: int) -> float:
    return 0.1 ** (3 * t // T)  # a tenth, twice


def exponential(t: int) -> float:
    return 0.01 ** (t / T)


def linear(t: int) -> float:
    return 1 - t / T


def cosine(t: int, end: float = 0.0) -> float:
    return end + (1 - end) * (1 + cos(pi * t / T)) / 2


def wsd(t: int, tail: float = 0.2) -> float:
    return min(1.0, (1 - t / T) / tail)  # flat, then a line to zero


def one_cycle(t: int, up: float = 0.3) -> float:
    """From 1/25 to the peak, then to 1/250,000, by half cosines."""
    if t < up * T:
        return 1 - (1 - 1 / 25) * (1 + cos(pi * t / (up * T))) / 2
    return 4e-6 + (1 - 4e-6) * (1 + cos(pi * (t / T - up) / (1 - up))) / 2
# endregion


# region: warmup
def warmed(decay: Schedule) -> Schedule:
    """W steps up in a line, then the decay over what is left."""
    def s(t: int) -> float:
        if t < W:
            return (t + 1) / W
        return decay(round((t - W) * T / (T - W)))
    return s
# endregion


def inverse_root(t: int, d: int = 512, w: int = 4000) -> float:
    """The rate of the 2017 Transformer at step t = 1, 2, ..."""
    return d ** -0.5 * min(t ** -0.5, t * w ** -1.5)


print("share of the peak  first    1/4    1/2    3/4      last   mean")
for s in (step, exponential, linear, cosine, wsd, one_cycle, warmed(cosine)):
    name = "warmup + cosine" if s.__name__ == "s" else s.__name__
    at = " ".join(f"{s(t):6.3f}" for t in (0, T // 4, T // 2, 3 * T // 4))
    print(f"{name:17}{at} {s(T - 1):9.6f} {fsum(map(s, range(T))) / T:6.3f}")
print("2017:", *(f"{t:,}: {inverse_root(t):.2e}" for t in (1, 4000, 100_000)))
