"""Early stopping as a penalty: factors on a quadratic, then a validation curve."""
import numpy as np

# region: factors
ETA, T = 0.1, 100
LAM = 1 / (ETA * T)
print(f"share of the minimum after {T} steps of {ETA}; ridge with lambda {LAM:.1f}")
print("curvature s  descent  1-(1-eta s)^t  ridge s/(s+lambda)")
for s in (5.0, 1.0, 0.1, 0.01):
    w = 0.0
    for _ in range(T):
        w -= ETA * s * (w - 1.0)  # the minimum is at 1
    print(f"{s:11.2f} {w:8.3f} {1 - (1 - ETA * s)**T:14.3f} {s / (s + LAM):19.3f}")
# endregion

rng = np.random.default_rng(0)
N, D, NOISE = 60, 50, 3.0
spread = 1 / np.sqrt(np.arange(1, D + 1))  # features from wide to narrow


def sample(n: int) -> tuple[np.ndarray, np.ndarray]:
    X = rng.normal(size=(n, D)) * spread
    return X, X @ beta + NOISE * rng.normal(size=n)


beta = rng.normal(size=D)
(X, y), (Xv, yv), (Xt, yt) = sample(N), sample(200), sample(20_000)


def mse(w: np.ndarray, A: np.ndarray, b: np.ndarray) -> float:
    return float(np.mean((A @ w - b) ** 2))


# region: patience
def descend(patience: int, most: int = 20_000) -> tuple[np.ndarray, int, int]:
    """Weights of the best validation step, that step, and the step it ended at."""
    w = np.zeros(D)
    best, best_w, best_at = np.inf, w, 0
    for t in range(1, most + 1):
        w = w - ETA * X.T @ (X @ w - y) / N
        now = mse(w, Xv, yv)
        if now < best:
            best, best_w, best_at = now, w.copy(), t
        elif t - best_at >= patience:
            break
    return best_w, best_at, t
# endregion


w, at, ended = descend(patience=20)
lams = 10.0 ** np.arange(-5, 1.01, 0.05)
fits = [np.linalg.solve(X.T @ X / N + k * np.eye(D), X.T @ y / N) for k in lams]
k = int(np.argmin([mse(f, Xv, yv) for f in fits]))
free = np.linalg.lstsq(X, y, rcond=None)[0]
print("\nmean squared error      train   validation   test")
for name, v in (("least squares", free), (f"stopped at step {at}", w),
                (f"ridge, lambda {lams[k]:.3f}", fits[k])):
    train, val, test = mse(v, X, y), mse(v, Xv, yv), mse(v, Xt, yt)
    print(f"{name:21s} {train:7.2f} {val:12.2f} {test:6.2f}")
print(f"ended at step {ended}; 1 / (eta x best step) = {1 / (ETA * at):.3f}")
