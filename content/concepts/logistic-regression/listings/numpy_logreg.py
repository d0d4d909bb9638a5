"""A vectorized fit, checked against scikit-learn with and without a penalty."""
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
N, D = 2000, 3
X = np.column_stack([np.ones(N), rng.normal(size=(N, D))])  # (N, 1 + D), ones first
y = rng.binomial(1, 1 / (1 + np.exp(-(X @ [-2.0, 1.0, -0.5, 0.0]))))


# region: fit
def sigmoid(z: np.ndarray) -> np.ndarray:
    e = np.exp(-np.abs(z))  # never overflows
    return np.where(z >= 0, 1, e) / (1 + e)


def losses(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    return np.logaddexp(0, z) - y * z


def newton(X: np.ndarray, y: np.ndarray, l2: float = 0.0,
           tol: float = 1e-10) -> tuple[np.ndarray, np.ndarray, int]:
    """Weights, the inverse of the summed Hessian, and the steps taken."""
    theta, penalty = np.zeros(X.shape[1]), l2 * len(y) * np.eye(X.shape[1])
    penalty[0, 0] = 0.0  # the intercept stays free
    for step in range(1, 51):
        p = sigmoid(X @ theta)  # (N,)
        gradient = X.T @ (p - y) + penalty @ theta
        if np.abs(gradient).max() < tol * len(y):
            break
        H = X.T * (p * (1 - p)) @ X + penalty
        theta = theta - np.linalg.solve(H, gradient)
    return theta, np.linalg.inv(H), step
# endregion


print(f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}")
for C in (np.inf, 0.01):
    theta, inverse, steps = newton(X, y, l2=1 / (C * N))
    model = LogisticRegression(C=C, tol=1e-8, max_iter=1000).fit(X[:, 1:], y)
    theirs = np.concatenate([model.intercept_, model.coef_[0]])
    print(f"C = {C}: {np.round(theta, 3)}, largest difference below 1e-4: "
          f"{np.abs(theta - theirs).max() < 1e-4}")
    print(f"  mean p {sigmoid(X @ theta).mean():.4f}, base rate {y.mean():.4f}")
theta, inverse, steps = newton(X, y)
w, se = theta[1], np.sqrt(inverse[1, 1])
low, high = np.exp(w - 1.96 * se), np.exp(w + 1.96 * se)
print(f"{steps} gradients; w_1 {w:.3f}, standard error {se:.3f}, "
      f"odds ratio {np.exp(w):.2f}, 95% {low:.2f} to {high:.2f}")
print("loss at z = 800, y = 0:", losses(np.array([800.0]), np.array([0.0]))[0])

print("separable, C = inf:", end="")
for tol in (1e-2, 1e-4, 1e-6):
    model = LogisticRegression(C=np.inf, tol=tol)
    w = model.fit([[-2.0], [-1.0], [1.0], [2.0]], [0, 0, 1, 1]).coef_[0, 0]
    print(f"  tol {tol:g} w {w:.1f}", end="")
print()
