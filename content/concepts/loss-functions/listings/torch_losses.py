"""What PyTorch's losses expect, and what happens when they get something else."""

import warnings
from math import e, log

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")  # two of these calls warn; none raises an error
print(f"PyTorch {torch.__version__.split('+')[0]}")

# logits, not probabilities: a perfect answer that went through softmax before
TWICE = True  # whether the softmax is taken before, too
for k in (2, 10, 1000):
    z = torch.zeros(1, k)
    z[0, 0] = 100.0
    given = torch.softmax(z, 1) if TWICE else z
    loss = F.cross_entropy(given, torch.tensor([0])).item()
    print(f"K = {k:4d}: loss {loss:.3f}, floor {log(1 + (k - 1) / e):.3f}")

# class weights: the mean divides by the sum of the weights of the labels
z = torch.tensor([[2.0, 0.0], [0.0, 1.0]])
y, weight = torch.tensor([0, 1]), torch.tensor([4.0, 1.0])
each = F.cross_entropy(z, y, weight=weight, reduction="none")
print(f"weighted losses {each[0].item():.4f} and {each[1].item():.4f}")
print(f"their mean as given: {F.cross_entropy(z, y, weight=weight).item():.4f}")
print(f"sum / 5 {each.sum().item() / 5:.4f}, sum / 2 {each.sum().item() / 2:.4f}")
nothing = F.cross_entropy(z, torch.tensor([-100, -100])).item()
print(f"all targets ignored: {nothing}")

# KL: first argument in logs, and 'mean' divides by every element
p, q = torch.tensor([[0.5, 0.5]]), torch.tensor([[0.9, 0.1]])
for how in ("mean", "batchmean"):
    value = F.kl_div(q.log(), p, reduction=how).item()
    print(f"kl_div(log q, p), {how}: {value:.3f}")

# Huber and smooth L1 differ by the factor delta
r, zero = torch.tensor([4.0]), torch.tensor([0.0])
print(f"Huber, delta 2: {F.huber_loss(r, zero, delta=2.0).item():.1f}")
print(f"smooth L1, beta 2: {F.smooth_l1_loss(r, zero, beta=2.0).item():.1f}")

# a column against a row: 16 pairs instead of 4
column, row = torch.arange(4.0).reshape(4, 1), torch.arange(4.0)
print(f"mse of equal values, (4, 1) and (4,): {F.mse_loss(column, row).item():.1f}")
