"""The trees of scikit-learn: residuals, then Newton leaves for the log loss."""
import numpy as np
import sklearn
from sklearn.ensemble import GradientBoostingClassifier as Classifier
from sklearn.ensemble import GradientBoostingRegressor as Regressor
from sklearn.tree import DecisionTreeRegressor

ETA, ROUNDS, DEPTH = 0.1, 20, 2
Array = np.ndarray
rng = np.random.default_rng(0)
X = rng.standard_normal((80, 3))
y = X[:, 0] ** 2 + X[:, 1] + 0.3 * rng.standard_normal(80)
label = (rng.random(80) < 1 / (1 + np.exp(-y))).astype(float)


def grow(X: Array, r: Array) -> DecisionTreeRegressor:
    tree = DecisionTreeRegressor(max_depth=DEPTH, random_state=0)
    return tree.fit(X, r)


# region: boost
def boost_squared(X: Array, y: Array) -> Array:
    F = np.full(len(y), y.mean())
    for _ in range(ROUNDS):
        F += ETA * grow(X, y - F).predict(X)
    return F


def boost_logistic(X: Array, label: Array) -> Array:
    base = label.mean()
    F = np.full(len(label), np.log(base / (1 - base)))  # log-odds
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-F))
        leaf = grow(X, label - p).apply(X)  # which leaf each row falls into
        for one in np.unique(leaf):
            rows = leaf == one
            F[rows] += ETA * (label - p)[rows].sum() / (p * (1 - p))[rows].sum()
    return F
# endregion


settings = dict(learning_rate=ETA, n_estimators=ROUNDS, max_depth=DEPTH)
print(f"scikit-learn {sklearn.__version__}, {ROUNDS} trees of depth {DEPTH}")
theirs = Regressor(**settings, random_state=0).fit(X, y)
apart = np.abs(boost_squared(X, y) - theirs.predict(X)).max()
print(f"squared loss: largest difference below 1e-9: {apart < 1e-9}")
model = Classifier(**settings, random_state=0).fit(X, label)
mine = boost_logistic(X, label)
apart = np.abs(mine - model.decision_function(X)).max()
print(f"log loss: largest difference below 1e-9: {apart < 1e-9}")
p = 1 / (1 + np.exp(-mine))
loss = -np.mean(np.where(label == 1, np.log(p), np.log(1 - p)))
print(f"log loss after {ROUNDS} rounds {loss:.3f}")
print(f"mean p {p.mean():.3f}, base rate {label.mean():.3f}")

x4, y4 = np.array([[1.0], [2], [3], [4]]), np.array([1.0, 2, 6, 7])
one = Regressor(n_estimators=1, max_depth=1, learning_rate=1.0)
tree = one.fit(x4, y4).estimators_[0, 0].tree_
print(f"four points: cut {tree.threshold[0]}, {tree.value[1:, 0, 0].tolist()}")
