"""The backward pass of batch norm, checked by differences; scaling the weights."""
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
EPS = 1e-12

# region: backward
def forward(x: Array, gamma: Array, beta: Array) -> tuple[Array, Array, Array]:
    mean, var = x.mean(axis=0), x.var(axis=0)  # over the batch; var divides by m
    inv = 1 / np.sqrt(var + EPS)
    x_hat = (x - mean) * inv
    return gamma * x_hat + beta, x_hat, inv

def backward(g: Array, x_hat: Array, inv: Array, gamma: Array) -> list[Array]:
    d_gamma, d_beta = (g * x_hat).sum(axis=0), g.sum(axis=0)
    dx = gamma * inv * (g - g.mean(axis=0) - x_hat * (g * x_hat).mean(axis=0))
    return [dx, d_gamma, d_beta]
# endregion

rng = np.random.default_rng(0)
a, w = rng.normal(size=(8, 5)), rng.normal(size=(5, 3))
gamma, beta = rng.normal(size=3), rng.normal(size=3)
target = rng.normal(size=(8, 3))

def loss(x: Array, gamma: Array, beta: Array) -> float:
    return float(((forward(x, gamma, beta)[0] - target) ** 2).sum() / 2)

def numeric(arguments: list[Array], which: int, h: float = 1e-5) -> Array:
    at = arguments[which]
    slope = np.zeros_like(at)
    for i in np.ndindex(at.shape):
        sides = []
        for step in (h, -h):
            moved = at.copy()
            moved[i] += step
            sides.append(loss(*arguments[:which], moved, *arguments[which + 1 :]))
        slope[i] = (sides[0] - sides[1]) / (2 * h)
    return slope

arguments = [a @ w, gamma, beta]
y, x_hat, inv = forward(*arguments)
grads = backward(y - target, x_hat, inv, gamma)
for which, name in enumerate(("x", "gamma", "beta")):
    close = np.allclose(grads[which], numeric(arguments, which), atol=1e-7)
    print(f"gradient of {name:5s} matches central differences: {close}")
dx = grads[0]
print("sum of dx is zero:", np.allclose(dx.sum(axis=0), 0, atol=1e-10))
along = (dx * x_hat).sum(axis=0)
print("sum of dx * x_hat is zero:", np.allclose(along, 0, atol=1e-8))

print("\nscale   loss   norm of dL/dw   w . dL/dw is zero")
for scale in (1.0, 10.0):
    x = a @ (scale * w)
    y, x_hat, inv = forward(x, gamma, beta)
    dw = a.T @ backward(y - target, x_hat, inv, gamma)[0]
    along = np.allclose((scale * w * dw).sum(axis=0), 0, atol=1e-8)
    size = np.linalg.norm(dw)
    print(f"{scale:5.0f} {loss(x, gamma, beta):7.3f} {size:13.4f}   {along}")
