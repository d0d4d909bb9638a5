"""Bias and variance of a tree, bagged trees and boosted stumps."""
import numpy as np
from sklearn.datasets import make_friedman1
from sklearn.ensemble import BaggingRegressor, GradientBoostingRegressor
from sklearn.tree import DecisionTreeRegressor

SETS, N, B = 52, 100, 20
X_test, f = make_friedman1(200, n_features=5, noise=0.0, random_state=999)
rounds = (1, 10, 50, 200)
names = ["one tree", "bagging"] + [f"boosting, {r} rounds" for r in rounds]
pred = {name: np.empty((SETS, len(f))) for name in names}
members = np.empty((B, SETS, len(f)))
for s in range(SETS):
    X, y = make_friedman1(N, n_features=5, noise=1.0, random_state=s)
    tree = DecisionTreeRegressor(random_state=s).fit(X, y)
    pred["one tree"][s] = tree.predict(X_test)
    bag = BaggingRegressor(DecisionTreeRegressor(), n_estimators=B, random_state=s)
    pred["bagging"][s] = bag.fit(X, y).predict(X_test)
    members[:, s] = [member.predict(X_test) for member in bag.estimators_]
    boost = GradientBoostingRegressor(
        n_estimators=rounds[-1], max_depth=1, random_state=s
    )
    for r, out in enumerate(boost.fit(X, y).staged_predict(X_test), start=1):
        if r in rounds:
            pred[f"boosting, {r} rounds"][s] = out

print(f"{'':20}  bias2  variance    sum")
for name in names:
    variance = np.mean(pred[name].var(axis=0, ddof=1))
    bias2 = np.mean((pred[name].mean(axis=0) - f) ** 2) - variance / SETS
    print(f"{name:20} {bias2:6.1f} {variance:9.1f} {bias2 + variance:6.1f}")


def spread(group: np.ndarray) -> float:
    """Variance over training sets of the group's average, mean over test points."""
    return float(np.mean(group.mean(axis=0).var(axis=0, ddof=1)))


v = np.mean([spread(members[b : b + 1]) for b in range(B)])  # one member
pairs = np.mean([spread(members[b : b + 2]) for b in range(0, B, 2)])
rho = 2 * pairs / v - 1  # B = 2 in rho v + (1 - rho) v / B
formula = rho * v + (1 - rho) * v / B
print(f"member variance {v:.0f}, rho {rho:.2f} from pairs, floor {rho * v:.1f}")
print(f"formula at B = {B}: {formula:.1f}, measured {spread(members):.1f}")
