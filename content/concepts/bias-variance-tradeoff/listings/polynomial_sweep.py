"""Polynomials of rising degree: Monte Carlo against the closed form."""
import numpy as np

SIGMA, N, SETS = 0.5, 20, 4000
rng = np.random.default_rng(0)
x = np.linspace(-1, 1, N)  # the inputs stay, the noise is drawn again
middles = (x[1:] + x[:-1]) / 2
f = np.sin(3 * x + 1)
Y = f + SIGMA * rng.standard_normal((SETS, N))  # one training set a row
fresh = f + SIGMA * rng.standard_normal((SETS, N))  # test targets, same inputs

print("degree  bias2 variance  s2*p/n   test  b2+v+s2  train    between")
for degree in (0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 19):
    p = degree + 1
    basis = np.polynomial.legendre.legvander(x, degree)  # n x p
    Q, R = np.linalg.qr(basis)
    pred = Y @ Q @ Q.T  # least squares projects each row onto the basis
    bias2 = np.mean((pred.mean(axis=0) - f) ** 2)
    variance = np.mean(pred.var(axis=0))
    test = np.mean((fresh - pred) ** 2)
    train = np.mean((Y - pred) ** 2)
    exact_bias2 = np.mean((f - Q @ (Q.T @ f)) ** 2)
    exact_variance = SIGMA**2 * p / N  # trace of the projection is p
    assert abs(bias2 - exact_bias2) < 1e-3
    assert abs(variance - exact_variance) < 3e-3
    H = np.polynomial.legendre.legvander(middles, degree) @ np.linalg.solve(R, Q.T)
    between = SIGMA**2 * np.mean(np.sum(H**2, axis=1))  # variance off the inputs
    total = exact_bias2 + exact_variance + SIGMA**2
    print(
        f"{degree:6} {bias2:6.3f} {variance:8.3f} {exact_variance:7.3f}"
        f" {test:6.3f} {total:8.3f} {train:6.3f} {between:10,.3f}"
    )
