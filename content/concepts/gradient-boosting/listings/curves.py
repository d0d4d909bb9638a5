"""Learning rate, rounds and depth in scikit-learn; early stopping in XGBoost."""
import numpy as np
import xgboost as xgb
from sklearn.datasets import make_friedman1
from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor

X, y = make_friedman1(600, noise=1.0, random_state=0)
X_test, y_test = make_friedman1(5000, noise=1.0, random_state=1)
train, valid = slice(0, 300), slice(300, 600)


def mse(predicted: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean((predicted - y) ** 2))


# region: curves
print("test MSE on 5000 rows; the noise alone is 1")
for rate, depth, rounds in (
    (1.0, 3, 300), (0.3, 3, 300), (0.1, 3, 600), (0.1, 1, 600), (0.1, 6, 600)
):
    model = GradientBoostingRegressor(
        learning_rate=rate, max_depth=depth, n_estimators=rounds, random_state=0
    ).fit(X[train], y[train])
    path = [mse(p, y_test) for p in model.staged_predict(X_test)]
    fit = mse(model.predict(X[train]), y[train])
    best = int(np.argmin(path))
    print(f"rate {rate}, depth {depth}: best {path[best]:.1f} at round {best + 1}, "
          f"{path[-1]:.1f} at {rounds}; training {fit:.2f}")
# endregion
for trees in (10, 100, 500):
    forest = RandomForestRegressor(trees, random_state=0).fit(X[train], y[train])
    print(f"forest of {trees}: {mse(forest.predict(X_test), y_test):.1f}")

# region: stopping
settings = dict(learning_rate=0.05, max_depth=3, subsample=0.8, n_jobs=1)
model = xgb.XGBRegressor(n_estimators=2000, early_stopping_rounds=30, **settings)
model.fit(X[train], y[train], eval_set=[(X[valid], y[valid])], verbose=False)
kept = model.get_booster().num_boosted_rounds()
after = kept - 1 - model.best_iteration
print(f"XGBoost {xgb.__version__}: stopped {after} rounds after its best")
test = mse(model.predict(X_test), y_test)
print(f"validation MSE {model.best_score**2:.1f}, test {test:.1f}")
# endregion
