"""Eigenvectors of the covariance, singular vectors of the data: the same."""
import numpy as np

VIA_COVARIANCE = False  # how the tiny direction is looked for, at the end
N, D, K = 200, 6, 2

rng = np.random.default_rng(0)
X = rng.normal(size=(N, 3)) @ rng.normal(size=(3, D)) + 5.0  # (n, d)
X += 0.3 * rng.normal(size=(N, D))


# region: both
def by_eigenvectors(X: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Variances, largest first, and components as rows."""
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)  # (d, d)
    values, vectors = np.linalg.eigh(C)  # ascending, columns
    return values[::-1], vectors[:, ::-1].T


def by_svd(X: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    Xc = X - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(Xc, full_matrices=False)  # (n, r), (r,), (r, d)
    return s**2 / (len(X) - 1), Vt
# endregion


(values, V), (squares, W) = by_eigenvectors(X), by_svd(X)
W = W * np.sign((V * W).sum(axis=1))[:, None]  # a sign is free in each
print("variances", np.round(values, 3))
print(f"largest relative difference of variances below 1e-12: "
      f"{(np.abs(values - squares) / values).max() < 1e-12}")
print(f"largest difference of components below 1e-12: "
      f"{np.abs(V - W).max() < 1e-12}")

Xc = X - X.mean(axis=0)
scores = Xc @ V[:K].T  # (n, k)
back = scores @ V[:K]  # (n, d)
lost = ((Xc - back) ** 2).sum()
print(f"k = {K}: squared error {lost:.3f}, (n - 1) times the other variances "
      f"{(N - 1) * values[K:].sum():.3f}")
print("covariance of the scores is diagonal:",
      np.allclose(np.cov(scores.T), np.diag(values[:K]), atol=1e-10))
white = Xc @ V.T / np.sqrt(values)
print("covariance after whitening is the identity:",
      np.allclose(np.cov(white.T), np.eye(D), atol=1e-10))

# A direction a billion times weaker than the first.
P, _ = np.linalg.qr(rng.normal(size=(N, 3)))
Q, _ = np.linalg.qr(rng.normal(size=(3, 3)))
A = (P * [1.0, 1e-4, 1e-9]) @ Q.T
s = (np.sqrt(np.abs(np.linalg.eigvalsh(A.T @ A))[::-1]) if VIA_COVARIANCE
     else np.linalg.svd(A, compute_uv=False))
print("true singular values 1, 1e-4, 1e-9; found the last within 1%:",
      bool(abs(s[2] / 1e-9 - 1) < 0.01))
