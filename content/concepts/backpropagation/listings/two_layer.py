"""A two-layer network by hand: forward, backward, gradient check, training."""
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
DTYPE, H = np.float64, 1e-5


def forward(X: Array, p: dict[str, Array]) -> tuple[Array, Array, Array]:
    Z = X @ p["W1"] + p["b1"]  # (N, d) -> (N, h)
    A = np.maximum(Z, 0)
    S = A @ p["W2"] + p["b2"]  # (N, h) -> (N, C)
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return Z, A, E / E.sum(axis=1, keepdims=True)


def loss(X: Array, y: Array, p: dict[str, Array]) -> float:
    P = forward(X, p)[2]
    return float(-np.log(P[np.arange(len(y)), y]).mean())


def backward(X: Array, y: Array, p: dict[str, Array]) -> dict[str, Array]:
    Z, A, P = forward(X, p)
    N = len(y)
    dS = P.copy()
    dS[np.arange(N), y] -= 1
    dS /= N  # the loss is a mean
    dZ = (dS @ p["W2"].T) * (Z > 0)
    first = {"W1": X.T @ dZ, "b1": dZ.sum(axis=0)}
    return first | {"W2": A.T @ dS, "b2": dS.sum(axis=0)}


def numeric(X: Array, y: Array, p: dict[str, Array], name: str) -> Array:
    out = np.zeros_like(p[name])
    for i in np.ndindex(out.shape):
        keep = p[name][i]
        p[name][i] = keep + H
        up = loss(X, y, p)
        p[name][i] = keep - H
        out[i] = (up - loss(X, y, p)) / (2 * H)
        p[name][i] = keep
    return out


rng = np.random.default_rng(0)
N, d, h, C = 40, 5, 16, 3
X = rng.normal(size=(N, d)).astype(DTYPE)
y = np.argmax(X[:, :C] ** 2, axis=1)
p = {"W1": rng.normal(size=(d, h)) * np.sqrt(2 / d), "b1": rng.normal(size=h) * 0.1,
     "W2": rng.normal(size=(h, C)) * np.sqrt(2 / h), "b2": np.zeros(C)}
p = {name: value.astype(DTYPE) for name, value in p.items()}
for name, g in backward(X, y, p).items():
    n = numeric(X, y, p, name)
    error = np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n))
    print(name, "relative error", "below 1e-7" if error < 1e-7 else "ABOVE 1e-7")
for step in range(301):
    if step % 100 == 0:
        print(f"step {step:3d}   loss {loss(X, y, p):.3f}")
    p = {name: p[name] - 0.5 * g for name, g in backward(X, y, p).items()}
