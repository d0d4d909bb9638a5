"""Two encoders trained by contrast: find a digit's right half by its left half."""

import torch
from sklearn.datasets import load_digits
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize

TAU, BATCH, EPOCHS, DIM = 0.05, 128, 20, 16
torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

images = torch.tensor(load_digits().images)[torch.randperm(1797)] / 16
left, right = images[:, :, :4].flatten(1), images[:, :, 4:].flatten(1)
test = slice(1437, 1797)


def encoder() -> nn.Sequential:
    return nn.Sequential(nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, DIM))


def contrast(q: Tensor, d: Tensor) -> Tensor:
    """Row i's positive is column i; the other columns are its negatives."""
    return cross_entropy(q @ d.T / TAU, torch.arange(len(q)))


@torch.no_grad()
def report(name: str) -> None:
    scores = normalize(query(left[test])) @ normalize(document(right[test])).T
    better = (scores > scores.diagonal()[:, None]).sum(1)  # than its own half
    recall = [(better < k).double().mean() for k in (1, 10)]
    others = (scores.sum() - scores.trace()) / (360 * 359)
    print(f"{name:9} recall@1 {recall[0]:3.0%}, recall@10 {recall[1]:3.0%}", end="")
    print(f"; cosine {scores.diagonal().mean():5.2f} own, {others:5.2f} others")


query, document = encoder(), encoder()
optimizer = torch.optim.Adam([*query.parameters(), *document.parameters()], lr=3e-3)
print(f"PyTorch {torch.__version__.split('+')[0]}; 360 unseen digits, ", end="")
print(f"by chance recall@1 {1 / 360:.1%}, recall@10 {10 / 360:.1%}")
report("untrained")
for _ in range(EPOCHS):
    for batch in torch.randperm(1437).split(BATCH):
        q, d = normalize(query(left[batch])), normalize(document(right[batch]))
        loss = contrast(q, d)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
report("trained")

cosines = torch.tensor([[0.9, 0.5, 0.3, 0.1]])  # the positive first
for tau in (1, 0.2, 0.05):
    loss = cross_entropy(cosines / tau, torch.tensor([0]))
    print(f"cosines 0.9, 0.5, 0.3, 0.1 at tau = {tau:<4}: loss {loss:.4f}")
