"""The optimum of reward minus beta KL over six answers: a closed form."""
from math import exp, log

# Share under the reference, true quality, and what the reward model adds to it.
ANSWERS: list[tuple[str, float, float, float]] = [
    ("off topic", 0.30, 0.0, 0.0),
    ("vague", 0.30, 1.0, 0.0),
    ("right, terse", 0.20, 2.0, 0.0),
    ("right, explained", 0.15, 3.0, 0.0),
    ("right, padded", 0.045, 2.0, 2.0),
    ("long, wrong", 0.005, -1.0, 6.0),
]
# region: tilt
reference = [share for _, share, _, _ in ANSWERS]
truth = [quality for _, _, quality, _ in ANSWERS]
proxy = [quality + bonus for _, _, quality, bonus in ANSWERS]


def tilt(beta: float) -> tuple[list[float], float]:
    """The policy that maximizes E[proxy] - beta KL(policy || reference); log Z."""
    weights = [p * exp(r / beta) for p, r in zip(reference, proxy)]
    total = sum(weights)
    return [weight / total for weight in weights], log(total)
# endregion


def mean(policy: list[float], values: list[float]) -> float:
    return sum(p * value for p, value in zip(policy, values))


def divergence(policy: list[float]) -> float:
    return sum(p * log(p / q) for p, q in zip(policy, reference) if p > 0)


print("  beta   proxy   truth      KL   E r/beta - log Z   objective   beta log Z")
for beta in (100.0, 4.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.02):
    policy, log_z = tilt(beta)
    reward, kl = mean(policy, proxy), divergence(policy)
    print(f"{beta:6.2f}  {reward:6.3f}  {mean(policy, truth):6.3f}  {kl:6.3f}"
          f"  {reward / beta - log_z:17.3f}  {reward - beta * kl:10.3f}"
          f"  {beta * log_z:11.3f}")

print("\nat beta = 1:")
for (name, p, _, _), r, now in zip(ANSWERS, proxy, tilt(1.0)[0]):
    print(f"  {name:17} {p:.3f} x exp({r:.0f}) = {p * exp(r):6.3f}  ->  {now:.3f}")
most = max(range(len(proxy)), key=proxy.__getitem__)
print(f"\nthe largest KL: -log {reference[most]:.3f} = {-log(reference[most]):.3f}")
