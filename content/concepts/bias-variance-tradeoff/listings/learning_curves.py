"""Learning curves of a model too small and a model just large enough."""
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import ShuffleSplit, learning_curve

SIGMA2, P, SMALL, MISSED = 1.0, 25, 5, 1.0  # MISSED: signal in features 6 to 25
rng = np.random.default_rng(0)
beta = np.r_[np.ones(SMALL), np.full(P - SMALL, (MISSED / (P - SMALL)) ** 0.5)]
X = rng.standard_normal((4000, P))
y = X @ beta + SIGMA2**0.5 * rng.standard_normal(4000)

sizes = [30, 40, 60, 100, 200, 400, 1000]
splits = ShuffleSplit(n_splits=200, test_size=1000, random_state=0)
for p in (SMALL, P):
    floor = SIGMA2 + (MISSED if p == SMALL else 0.0)  # noise + squared bias
    n, train, test = learning_curve(
        LinearRegression(fit_intercept=False),
        X[:, :p],
        y,
        train_sizes=sizes,
        cv=splits,
        scoring="neg_mean_squared_error",
    )
    print(f"{p} of {P} features, floor {floor:.1f}")
    print("   n   train  theory    test  theory")
    for size, tr, te in zip(n, -train.mean(axis=1), -test.mean(axis=1)):
        low = floor * (1 - p / size)
        high = floor * (1 + p / (size - p - 1))
        print(f"{size:4} {tr:7.2f} {low:7.2f} {te:7.2f} {high:7.2f}")
