"""What scaling changes on the wine data, and PCA in a pipeline."""
import numpy as np
import sklearn
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SCALE = True  # whether the classifier's pipeline standardizes
print(f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}")
wine = load_wine()
X, y, names = wine.data, wine.target, wine.feature_names  # (178, 13)
Z = StandardScaler().fit_transform(X)

for title, data in (("as it is", X), ("standardized", Z)):
    pca = PCA().fit(data)
    share = pca.explained_variance_ratio_
    top = np.argsort(-np.abs(pca.components_[0]))[:2]
    print(f"{title}: shares {', '.join(f'{one:.1%}' for one in share[:3])}, "
          f"components for 95%: {int(np.searchsorted(np.cumsum(share), 0.95) + 1)}")
    print("  first component:", ", ".join(
        f"{names[j]} {abs(pca.components_[0, j]):.3f}" for j in top))
print(f"standard deviations: proline {X[:, 12].std(ddof=1):.1f}, "
      f"magnesium {X[:, 4].std(ddof=1):.1f}, hue {X[:, 10].std(ddof=1):.2f}")

# The same by hand: eigenvectors of the correlation matrix, and the SVD.
values = np.linalg.eigvalsh(np.corrcoef(X.T))[::-1]
s = np.linalg.svd(Z, compute_uv=False)
ratio = PCA().fit(Z).explained_variance_ratio_
print("correlation matrix, SVD and scikit-learn agree:",
      np.allclose(values / 13, ratio, atol=1e-12)
      and np.allclose(s**2 / (s**2).sum(), ratio, atol=1e-12))
total = PCA().fit(Z).explained_variance_.sum()
print(f"standardized variances add up to {total:.3f} = 13 * 178 / 177")

for k in (1, 2, 5, 10, 13):
    steps = ([StandardScaler()] if SCALE else []) + [PCA(n_components=k)]
    model = make_pipeline(*steps, StandardScaler(), LogisticRegression())
    accuracy = cross_val_score(model, X, y, cv=5).mean()
    print(f"k = {k:2}: accuracy over 5 folds {accuracy:.2f}")
kept = PCA(n_components=0.95).fit(Z).n_components_
print(f"PCA(n_components=0.95) keeps {kept} of 13")
