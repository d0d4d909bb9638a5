"""Linear regression three ways: closed form, full-batch descent, mini-batches."""
import numpy as np

np.seterr(over="ignore", invalid="ignore")  # runs that diverge are part of it
rng = np.random.default_rng(0)
N, D = 1000, 5
X = rng.normal(size=(N, D)) * [1, 1, 1, 1, 3]  # the last feature is 3 times as wide
w_true = np.array([1.0, -2.0, 0.5, 3.0, -1.0])
y = X @ w_true + 0.5 * rng.normal(size=N)


def loss(w: np.ndarray) -> float:
    return 0.5 * float(np.mean((X @ w - y) ** 2))


# region: descent
def descend(eta: float, batch: int, epochs: int, tol: float = 1e-6,
            l2: float = 0.0) -> tuple[np.ndarray, int]:
    """Weights, and the epochs until a whole epoch moved them by less than tol."""
    w, order = np.zeros(D), np.random.default_rng(1)
    for epoch in range(1, epochs + 1):
        start, shuffled = w.copy(), order.permutation(N)
        for at in range(0, N, batch):
            i = shuffled[at:at + batch]
            g = X[i].T @ (X[i] @ w - y[i]) / len(i) + l2 * w
            w = w - eta * g
        if not np.isfinite(w).all() or np.linalg.norm(w - start) < tol:
            break
    return w, epoch
# endregion


closed = np.linalg.solve(X.T @ X, X.T @ y)
curvatures = np.linalg.eigvalsh(X.T @ X / N)
low, high = curvatures[0], curvatures[-1]
print(f"curvatures {low:.2f} to {high:.2f}, limit {2 / high:.3f}")
print(f"closed form      loss {loss(closed):.4f}")
for eta in (0.01, 0.1, 0.2):
    w, epochs = descend(eta, N, 5000)
    same = np.allclose(w, closed, rtol=0, atol=1e-4)
    print(f"batch, eta {eta:<4}  loss {loss(w):.4f} after {epochs} epochs, "
          f"closed form: {same}")
w, epochs = descend(0.01, 20, 5000)
print(f"batches of 20    loss {loss(w):.4f} after {epochs} epochs, still moving")

print("\nloss after epoch      1        5       20      100")
for eta in (0.002, 0.1, 0.2, 0.22, 0.24):
    at = [loss(descend(eta, N, k)[0]) for k in (1, 5, 20, 100)]
    print(f"eta {eta:<6}    " + "".join(f"{x:9.3g}" for x in at))
ridge = np.linalg.solve(X.T @ X / N + 0.1 * np.eye(D), X.T @ y / N)
w, _ = descend(0.1, N, 5000, l2=0.1)
same = np.allclose(w, ridge, rtol=0, atol=1e-4)
print(f"\nwith l2 = 0.1, equal to ridge's closed form: {same}")
