"""Minimum-norm least squares on p random ReLU features of n = 40 points."""
import numpy as np

N, DIM, SIGMA, SETS, RIDGE = 40, 10, 0.2, 300, 0.3
rng = np.random.default_rng(0)
w_true = np.ones(DIM) / DIM**0.5


def truth(X: np.ndarray) -> np.ndarray:
    return np.sin(X @ w_true)


def features(X: np.ndarray, W: np.ndarray) -> np.ndarray:
    return np.maximum(X @ W, 0) / W.shape[1] ** 0.5


X_test = rng.standard_normal((300, DIM))
f = truth(X_test)
print("   p  train   bias2  variance    test   ridge")
for p in (2, 5, 10, 15, 20, 30, 36, 38, 42, 44, 50, 60, 80, 160, 640):
    pred = np.empty((2, SETS, len(f)))
    train = np.empty(SETS)
    for s in range(SETS):
        X = rng.standard_normal((N, DIM))
        y = truth(X) + SIGMA * rng.standard_normal(N)
        W = rng.standard_normal((DIM, p))
        A, A_test = features(X, W), features(X_test, W)
        U, d, Vt = np.linalg.svd(A, full_matrices=False)
        low_norm = Vt.T @ ((U.T @ y) / d)
        shrunk = Vt.T @ (d / (d**2 + RIDGE) * (U.T @ y))
        pred[0, s], pred[1, s] = A_test @ low_norm, A_test @ shrunk
        train[s] = np.mean((y - A @ low_norm) ** 2)
    variance = np.mean(pred[0].var(axis=0, ddof=1))
    # the mean of SETS predictions is itself noisy: take that variance out
    bias2 = np.mean((pred[0].mean(axis=0) - f) ** 2) - variance / SETS
    ridge = np.mean((pred[1] - f) ** 2) + SIGMA**2
    print(
        f"{p:4} {train.mean():6.3f} {bias2:7.3f} {variance:9.3f}"
        f" {bias2 + variance + SIGMA**2:7.3f} {ridge:7.3f}"
    )
