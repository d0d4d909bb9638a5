"""Exact zeros: a proximal step against subgradients, and scikit-learn's scales."""
import numpy as np
import sklearn
from sklearn.linear_model import Lasso, Ridge

print("scikit-learn", sklearn.__version__)
rng = np.random.default_rng(0)
N, D, LAM = 200, 30, 0.1
X = rng.normal(size=(N, D))
w_true = np.zeros(D)
w_true[:5] = [3.0, -2.0, 1.5, 1.0, -1.0]
y = X @ w_true + rng.normal(size=N)


# region: prox
def ista(lam: float, eta: float = 0.1, steps: int = 1000) -> np.ndarray:
    w = np.full(D, 0.5)
    for _ in range(steps):
        a = w - eta * X.T @ (X @ w - y) / N
        w = np.sign(a) * np.maximum(np.abs(a) - eta * lam, 0)  # the proximal step
    return w
# endregion


# region: subgradient
def subgradient(adam: bool, eta: float, steps: int = 1000) -> np.ndarray:
    w, m, v = np.full(D, 0.5), np.zeros(D), np.zeros(D)
    for t in range(1, steps + 1):
        g = X.T @ (X @ w - y) / N + LAM * np.sign(w)  # sign(0) is 0
        if adam:
            m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
            g = m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        w = w - eta * g
    return w
# endregion


def report(name: str, w: np.ndarray) -> None:
    kept = int((w[:5] != 0).sum())
    print(f"{name:19s} exact zeros {int((w == 0).sum()):2d}   "
          f"below 0.01: {int((np.abs(w) < 0.01).sum()):2d}  true five kept: {kept}")


lasso = Lasso(alpha=LAM, fit_intercept=False, tol=1e-10).fit(X, y)
report("proximal (ISTA)", ista(LAM))
report("scikit-learn Lasso", lasso.coef_)
report("descent on both", subgradient(False, 0.1))
report("Adam on both", subgradient(True, 0.01))
ridge = Ridge(alpha=N * LAM, fit_intercept=False).fit(X, y)
report("scikit-learn Ridge", ridge.coef_)
print("ISTA equals Lasso:", np.allclose(ista(LAM), lasso.coef_, rtol=0, atol=1e-6))
closed = np.linalg.solve(X.T @ X + N * LAM * np.eye(D), X.T @ y)
print("Ridge equals its closed form:", np.allclose(ridge.coef_, closed))
for name, w in (("truth", w_true), ("L1", ista(LAM)), ("L2", closed)):
    print(f"{name:6s}" + "".join(f"{x:7.2f}" for x in w[:5]))
