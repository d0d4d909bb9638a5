"""A class weight moves the threshold: rare positives, logistic regression."""

import numpy as np
import sklearn
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

WEIGHT = "balanced"  # or a number: how much a positive counts
UNDO = True  # whether to subtract ln w from the logit
N = 100_000


Sample = tuple[NDArray[np.float64], NDArray[np.int64]]


# region: fits
def draw(rng: np.random.Generator) -> Sample:
    """Three features; the log-odds are linear in them, as the model assumes."""
    x = rng.normal(size=(N, 3))
    logit = x @ np.array([1.0, -0.7, 0.4]) - 5.6
    p = 1 / (1 + np.exp(-logit))
    return x, (rng.random(N) < p).astype(np.int64)


rng = np.random.default_rng(3)
x, y = draw(rng)
x_test, y_test = draw(rng)
w = (y == 0).sum() / y.sum() if WEIGHT == "balanced" else float(WEIGHT)
print(f"scikit-learn {sklearn.__version__}, positives {y_test.mean():.4f}")
print(f"a positive counts {w:.1f} times, ln w = {np.log(w):.3f}")
print(f"{'':14s}    AUC   mean p  log loss  found  alarms")


def report(name: str, logit: NDArray[np.float64], cut: float) -> None:
    p = 1 / (1 + np.exp(-logit))
    hit = p >= cut
    auc, loss = roc_auc_score(y_test, p), log_loss(y_test, p)
    found = (hit & (y_test == 1)).sum() / y_test.sum()
    print(f"{name:14s}{auc:7.3f}{p.mean():9.4f}{loss:10.4f}", end="")
    print(f"{found:7.2f}{hit.mean():8.3f}")


plain = LogisticRegression(C=np.inf, tol=1e-8).fit(x, y)
weighted = LogisticRegression(C=np.inf, tol=1e-8, class_weight={0: 1.0, 1: w})
weighted.fit(x, y)
base = plain.decision_function(x_test)
heavy = weighted.decision_function(x_test)
report("plain", base, 0.5)
report("weighted", heavy, 0.5)
report("minus ln w", heavy - np.log(w) if UNDO else heavy, 0.5)
report("plain, moved", base, 1 / (1 + w))
# endregion
