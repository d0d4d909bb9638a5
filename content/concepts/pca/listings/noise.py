"""What noise looks like to PCA, and how strong a direction has to be."""
import numpy as np

N, D, DRAWS = 100, 50, 40
gamma = D / N
rng = np.random.default_rng(0)


def variances(X: np.ndarray) -> np.ndarray:
    X = X - X.mean(axis=0)
    return np.linalg.svd(X, compute_uv=False) ** 2 / (len(X) - 1)


draws = [variances(rng.normal(size=(N, D))) for _ in range(DRAWS)]
noise = np.mean(draws, axis=0)
low, high = (1 - gamma**0.5) ** 2, (1 + gamma**0.5) ** 2
share = np.cumsum(noise) / noise.sum()
print(f"n {N}, d {D}, every true variance 1, mean of {DRAWS} draws")
print(f"sample variances from {noise[0]:.2f} to {noise[-1]:.2f}, "
      f"edges {high:.2f} and {low:.2f}")
for wanted in (0.5, 0.95):
    print(f"components for {wanted:.0%}: {int(np.searchsorted(share, wanted) + 1)}")

# region: spike
print(f"one direction of variance l, the rest 1; threshold {1 + gamma**0.5:.3f}")
print("    l   cos^2 to the truth   theory")
for spike in (1.2, 1.7, 3.0, 6.0):
    found = []
    for _ in range(DRAWS):
        X = rng.normal(size=(N, D))
        X[:, 0] *= spike**0.5
        _, _, Vt = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
        found.append(Vt[0, 0] ** 2)
    over = spike - 1
    theory = (1 - gamma / over**2) / (1 + gamma / over) if over**2 > gamma else 0
    print(f"{spike:5.1f} {np.mean(found):14.2f} {theory:14.2f}")
# endregion
