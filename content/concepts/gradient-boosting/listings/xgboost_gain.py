"""XGBoost's gains and leaf weights, recomputed from gradients and Hessians."""
import json

import numpy as np
import xgboost as xgb
from sklearn.datasets import load_breast_cancer

LAM, ETA = 1.0, 0.3
print(f"XGBoost {xgb.__version__}")


def dump(booster: xgb.Booster, tree: int) -> dict:
    return json.loads(booster.get_dump(with_stats=True, dump_format="json")[tree])


# region: four
four = xgb.DMatrix(np.array([[1.0], [2], [3], [4]]), np.array([1.0, 2, 6, 7]))
for gamma in (0.0, 8.4, 16.6, 16.7):
    settings = dict(max_depth=1, eta=1.0, base_score=4.0, nthread=1, gamma=gamma)
    root = dump(xgb.train(settings, four, 1), 0)
    leaves = [f"{child['leaf']:+.3f}" for child in root.get("children", [root])]
    printed = f"printed gain {root['gain']:.3f}, " if "gain" in root else ""
    print(f"four points, gamma {gamma}: {printed}leaves {' '.join(leaves)}")
# endregion

X, y = load_breast_cancer(return_X_y=True)
X = X.astype(np.float32)
data = xgb.DMatrix(X, y)
settings = dict(objective="binary:logistic", base_score=0.5, nthread=1)
settings |= dict(max_depth=3, eta=ETA, reg_lambda=LAM)
booster = xgb.train(settings, data, 2)
p = booster.predict(data, iteration_range=(0, 1)).astype(float)  # after one tree
g, h = p - y, p * (1 - p)
gaps: dict[str, list[float]] = {"gain": [], "cover": [], "leaf": []}


def score(rows: np.ndarray) -> float:
    return g[rows].sum() ** 2 / (h[rows].sum() + LAM)


def walk(node: dict, rows: np.ndarray) -> None:
    """Compares what the dump says of a node with what its rows come to."""
    G, H = g[rows].sum(), h[rows].sum()
    mine = {"cover": H, "leaf": -ETA * G / (H + LAM)}
    if "children" in node:
        low = X[rows, int(node["split"][1:])] < np.float32(node["split_condition"])
        left, right = rows[low], rows[~low]
        mine["gain"] = score(left) + score(right) - score(rows)  # without the half
        walk(node["children"][0], left)
        walk(node["children"][1], right)
    for name in gaps.keys() & node.keys():
        gaps[name].append(abs(mine[name] / node[name] - 1))


walk(dump(booster, 1), np.arange(len(y)))
for name, apart in gaps.items():
    print(f"{name}: {len(apart)} nodes agree to 0.1%: {max(apart) < 1e-3}")
