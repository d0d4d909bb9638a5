"""Mini-batch noise on least squares: variance 1/B, and a floor of about eta/B."""
import numpy as np

rng = np.random.default_rng(0)
N, D, SIGMA = 4096, 8, 0.5
X = rng.normal(size=(N, D))
y = X @ rng.normal(size=D) + SIGMA * rng.normal(size=N)
H = X.T @ X / N
w_star = np.linalg.solve(H, X.T @ y / N)


def grad(w: np.ndarray, idx: np.ndarray) -> np.ndarray:
    return X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)


def excess(w: np.ndarray) -> float:
    e = w - w_star
    return 0.5 * float(e @ H @ e)


# region: variance
w = w_star + 1.0
full = grad(w, np.arange(N))
per_example = X * (X @ w - y)[:, None]
trace = float(((per_example - full) ** 2).sum() / N)
print("   B   E|g - full|^2   times B   (trace of covariance %.1f)" % trace)
for B in (1, 4, 16, 64, 256):
    draws = [grad(w, rng.integers(0, N, B)) - full for _ in range(8000)]
    var = float(np.mean([d @ d for d in draws]))
    print(f"{B:4d} {var:15.3f} {B * var:9.1f}")
# endregion


# region: floor
def floor(eta: float, B: int, beta: float = 0.0, steps: int = 12000) -> float:
    w, u, total = w_star.copy(), np.zeros(D), 0.0
    for t in range(steps):
        u = beta * u + grad(w, rng.integers(0, N, B))
        w = w - eta * u
        if t >= steps // 4:
            total += excess(w)
    return total / (steps - steps // 4)


resid = float(np.mean((X @ w_star - y) ** 2))
print("\nlimit on all the data %.2f" % (2 / np.linalg.eigvalsh(H)[-1]))
print(" eta   B   floor measured   eta * s^2 * tr(H) / (4B)")
for eta, B in ((0.02, 8), (0.04, 8), (0.04, 16), (0.08, 32), (0.32, 128)):
    theory = eta * resid * float(np.trace(H)) / (4 * B)
    print(f"{eta:.2f} {B:4d} {floor(eta, B):14.5f} {theory:18.5f}")
print(f"0.02    8 {floor(0.002, 8, 0.9):14.5f}   with eta 0.002, momentum 0.9")
# endregion
