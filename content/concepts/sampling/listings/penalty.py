"""Which penalties depend on a constant that softmax ignores."""
import numpy as np

THETA, PRESENCE, FREQUENCY = 1.3, 0.5, 0.2
logits = np.array([2.0, 1.0, -1.0])
counts = np.array([3, 0, 1])  # tokens 0 and 2 were used before


def softmax(z: np.ndarray) -> np.ndarray:
    weights = np.exp(z - z.max())
    return weights / weights.sum()


def repetition(z: np.ndarray) -> np.ndarray:
    """A positive logit is divided, a negative one multiplied."""
    smaller = np.where(z > 0, z / THETA, z * THETA)
    return np.where(counts > 0, smaller, z)


def presence_frequency(z: np.ndarray) -> np.ndarray:
    return z - PRESENCE * (counts > 0) - FREQUENCY * counts


def show(p: np.ndarray) -> str:
    return " ".join(f"{x:.3f}" for x in p)


for shift in (0, 5, -5):
    z = logits + shift
    print(f"all logits {shift:+d}")
    print("  no penalty        ", show(softmax(z)))
    print("  repetition 1.3    ", show(softmax(repetition(z))))
    print("  presence/frequency", show(softmax(presence_frequency(z))))
