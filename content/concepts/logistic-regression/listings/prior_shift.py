"""Train on as many yes as no, serve where 1% are yes: shift the intercept."""
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

RATE, SAMPLE = 0.01, 0.5
BALANCE = True  # whether to drop negatives until half of the sample is positive
WEIGHT = None
rng = np.random.default_rng(0)


def draw(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Two normal features, shifted by (1, 1) for a yes: the logit is linear."""
    y = (rng.random(n) < RATE).astype(int)
    return rng.normal(size=(n, 2)) + y[:, None], y


def logit(p: float) -> float:
    return float(np.log(p / (1 - p)))


X, y = draw(200_000)
if BALANCE:
    yes, no = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    keep = np.concatenate([yes, no[:len(yes)]])
    X, y = X[keep], y[keep]
X_new, y_new = draw(200_000)
model = LogisticRegression(C=np.inf, class_weight=WEIGHT).fit(X, y)
z = model.decision_function(X_new)
shift = logit(RATE) - logit(SAMPLE)
print(f"trained on {len(y)} rows, {y.mean():.3f} yes; "
      f"weights {np.round(model.coef_[0], 1)}")
print(f"served at a rate of {y_new.mean():.3f}; shift of the intercept {shift:.3f}")
print("             mean p   log loss     AUC   called yes at 0.5")
for name, score in (("as trained", z), ("corrected", z + shift)):
    p = 1 / (1 + np.exp(-score))
    print(f"{name:<12}{p.mean():7.3f}{log_loss(y_new, p):11.4f}"
          f"{roc_auc_score(y_new, score):8.3f}{(p >= 0.5).mean():12.4f}")
