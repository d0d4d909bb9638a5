"""How large a gradient is after 30 layers: a product of 30 factors."""
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Activation = Callable[[Array], tuple[Array, Array]]
LAYERS, WIDTH, BATCH = 30, 256, 64
RESIDUAL = 0.0  # times the layer's input, added to its output


def relu(z: Array) -> tuple[Array, Array]:
    return np.maximum(z, 0), (z > 0).astype(float)


def sigmoid(z: Array) -> tuple[Array, Array]:
    a = 1 / (1 + np.exp(-z))
    return a, a * (1 - a)


def tanh(z: Array) -> tuple[Array, Array]:
    a = np.tanh(z)
    return a, 1 - a * a


def shrink(f: Activation, variance: float) -> tuple[float, float]:
    """RMS gradient at the input over that at the output; mean squared slope."""
    rng = np.random.default_rng(0)
    h = rng.normal(size=(BATCH, WIDTH))
    layers = []
    for _ in range(LAYERS):
        W = rng.normal(size=(WIDTH, WIDTH)) * np.sqrt(variance / WIDTH)
        a, slope = f(h @ W)
        h = a + RESIDUAL * h
        layers.append((W, slope))
    top = g = rng.normal(size=h.shape)
    for W, slope in reversed(layers):
        g = (g * slope) @ W.T + RESIDUAL * g
    squared = float(np.mean([np.mean(slope**2) for _, slope in layers]))
    return float(np.sqrt(np.mean(g**2) / np.mean(top**2))), squared


print("activation  n·Var(W)   gradient in / out   (n·Var(W)·slope²)^15")
cases = (relu, 1), (relu, 2), (relu, 4), (tanh, 1), (sigmoid, 1), (sigmoid, 16)
for f, variance in cases:
    ratio, squared = shrink(f, variance)
    rule = (variance * squared) ** (LAYERS / 2)
    print(f"{f.__name__:10s} {variance:9d} {ratio:19.1e} {rule:18.1e}")
