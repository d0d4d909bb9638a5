"""RLHF as a bandit: policy gradient on sampled answers and a flawed reward."""
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
reference: Array = np.array([0.30, 0.30, 0.20, 0.15, 0.045, 0.005])
truth: Array = np.array([0.0, 1.0, 2.0, 3.0, 2.0, -1.0])
proxy: Array = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])  # overrates the last two


def softmax(logits: Array) -> Array:
    weights = np.exp(logits - logits.max())
    return weights / weights.sum()


def tilt(beta: float) -> Array:
    return softmax(np.log(reference) + proxy / beta)


def kl(policy: Array) -> float:
    return float(policy @ np.log(policy / reference))


# region: train
def train(beta: float, steps: int, rate: float = 0.1) -> list[Array]:
    """The policy after each step; it starts at the reference, as after SFT."""
    batch = 256
    rng = np.random.default_rng(0)
    logits = np.log(reference)
    policies = [softmax(logits)]
    for _ in range(steps):
        policy = policies[-1]
        answers = rng.choice(6, size=batch, p=policy)
        # The penalty is part of the reward: a sample of the KL, as a constant.
        away = np.log(policy[answers] / reference[answers])
        reward = proxy[answers] - beta * away
        advantage = reward - reward.mean()
        gradient = np.bincount(answers, advantage, minlength=6) / batch
        logits = logits + rate * (gradient - policy * advantage.mean())
        policies.append(softmax(logits))
    return policies
# endregion


print("beta     trained: proxy  truth     KL      exact: proxy  truth     KL")
for beta in (4.0, 2.0, 1.0, 0.5, 0.2):
    late = np.mean(train(beta, 3000)[-500:], axis=0)
    best = tilt(beta)
    print(f"{beta:4.1f}  {late @ proxy:14.2f} {late @ truth:6.2f} {kl(late):6.2f}"
          f"  {best @ proxy:17.2f} {best @ truth:6.2f} {kl(best):6.2f}")

for beta in (0.5, 0.2):
    print(f"\nbeta = {beta}, along the way:")
    path = train(beta, 3000)
    peak = max(range(3001), key=lambda step: path[step] @ truth)
    for step in (0, 50, peak, 300, 1000, 3000):
        now = path[step]
        print(f"  step {step:4}  proxy {now @ proxy:5.2f}  truth {now @ truth:5.2f}"
              f"  KL {kl(now):5.2f}  share of the worst {now[5]:.4f}")
