"""Speculative decoding: kept and resampled tokens follow the target exactly."""

import random
from fractions import Fraction

target = [Fraction(n, 10) for n in (6, 3, 1)]
draft = [Fraction(n, 10) for n in (3, 4, 3)]


# region: exact
def output(p: list[Fraction], q: list[Fraction]) -> tuple[list[Fraction], Fraction]:
    """Distribution of the resulting token, and how often the draft's is kept."""
    kept = [b * min(Fraction(1), a / b) for a, b in zip(p, q, strict=True)]
    rest = [max(Fraction(0), a - b) for a, b in zip(p, q, strict=True)]
    share = (1 - sum(kept)) / sum(rest)
    both = [k + share * r for k, r in zip(kept, rest, strict=True)]
    return both, Fraction(sum(kept))
# endregion


# region: passes
def tokens_per_pass(alpha: float, gamma: int, passes: int = 100_000) -> float:
    """Simulated: tokens accepted before the first rejection, and one more."""
    rng = random.Random(0)
    total = 0
    for _ in range(passes):
        accepted = 0
        while accepted < gamma and rng.random() < alpha:
            accepted += 1
        total += accepted + 1
    return total / passes
# endregion


result, rate = output(target, draft)
print(f"Target {[float(x) for x in target]}, draft {[float(x) for x in draft]}")
print(f"Output {[float(x) for x in result]}, accepted {float(rate)}")
print(f"Output equals target: {result == target}")
for alpha in (0.8, 0.6):
    gamma = 4
    expected = (1 - alpha ** (gamma + 1)) / (1 - alpha)
    speedup = expected / (1 + 0.05 * gamma)
    simulated = tokens_per_pass(alpha, gamma)
    print(f"alpha {alpha}: {expected:.2f} tokens a pass, drawn {simulated:.2f},"
          f" {speedup:.2f} times as fast")
