"""GRPO's advantages, PPO's clip, and what a KL estimate teaches as a loss."""
from math import exp, log
from statistics import mean, stdev

EPSILON = 0.2


# region: advantage
def advantages(rewards: list[float], scale: bool = True) -> list[float]:
    """Each reward against its group: the mean is the baseline, no value model."""
    baseline = mean(rewards)
    deviation = stdev(rewards) + 1e-4 if scale else 1.0
    return [(reward - baseline) / deviation for reward in rewards]
# endregion


# region: clip
def clipped(ratio: float, advantage: float) -> tuple[float, float]:
    """PPO's objective for one token, and its slope in the ratio."""
    limited = min(max(ratio, 1 - EPSILON), 1 + EPSILON)
    free = ratio * advantage <= limited * advantage
    return min(ratio * advantage, limited * advantage), advantage if free else 0.0
# endregion


for right in (4, 1, 7, 8):
    rewards = [1.0] * right + [0.0] * (8 - right)
    values, plain = advantages(rewards), advantages(rewards, scale=False)
    print(f"{right} of 8 right: right {values[0]:6.3f}, last {values[-1]:6.3f}"
          f"   without / std {plain[0]:6.3f}, {plain[-1]:6.3f}")

print("\nadvantage  ratio   objective  slope")
for advantage, ratio in ((1, 1.5), (1, 0.5), (-1, 1.5), (-1, 0.5)):
    value, slope = clipped(ratio, advantage)
    print(f"{advantage:9}  {ratio:5}  {value:10.2f}  {slope:5.0f}")

reference, policy = [0.4, 0.3, 0.2, 0.1], [0.1, 0.2, 0.3, 0.4]
away = [log(p / q) for p, q in zip(policy, reference)]


def slopes(per_sample: list[float]) -> str:
    """Mean gradient by logits if the estimate of each sample is differentiated."""
    total = mean_under_policy(per_sample)
    values = [p * (x - total) + 0.0 for p, x in zip(policy, per_sample)]
    return "  ".join(f"{value:6.3f}" for value in values)


def mean_under_policy(values: list[float]) -> float:
    return sum(p * value for p, value in zip(policy, values))


print(f"\nKL {mean_under_policy(away):.3f}; means of k1, k2, k3:",
      *(f"{mean_under_policy(k):.3f}" for k in (
          away, [a * a / 2 for a in away], [exp(-a) - 1 + a for a in away])))
print("KL(policy || reference)", slopes(away))
print("k1 as a loss           ", slopes([1.0 for _ in away]))
print("k2 as a loss           ", slopes(away))
print("k3 as a loss           ", slopes([1 - exp(-a) for a in away]))
print("KL(reference || policy)",
      "  ".join(f"{p - q:6.3f}" for p, q in zip(policy, reference)))
