"""L2 against decoupled weight decay: one step, and where each of them ends."""
import torch
from torch import Tensor
from torch.optim import SGD, Adam, AdamW, Optimizer

print("PyTorch", torch.__version__.split("+")[0])
torch.set_num_threads(1)
DT = torch.float64

# region: one-step
print("one step from w = 2, gradient 0, lr 0.1")
print("weight_decay   0.05     0.5       5")
for kind in (SGD, Adam, AdamW):
    row = f"{kind.__name__:10s}"
    for wd in (0.05, 0.5, 5.0):
        w = torch.tensor([2.0], dtype=DT, requires_grad=True)
        w.grad = torch.zeros_like(w)
        kind([w], lr=0.1, weight_decay=wd).step()
        row += f"{w.item():9.4f}"
    print(row)
# endregion

# Least squares on two features, the second of them ten times as wide.
gen = torch.Generator().manual_seed(0)
X = torch.randn(500, 2, generator=gen, dtype=DT) * torch.tensor([1.0, 10.0])
y = X @ torch.tensor([3.0, 0.3], dtype=DT)
y = y + torch.randn(500, generator=gen, dtype=DT)
H, c = X.T @ X / 500, X.T @ y / 500
EYE = torch.eye(2, dtype=DT)


# region: ends
def end(kind: type[Optimizer], wd: float, lr: float, **more: object) -> Tensor:
    w = torch.zeros(2, dtype=DT, requires_grad=True)
    opt, steps = kind([w], lr=lr, weight_decay=wd, **more), 3000
    for t in range(steps):
        opt.param_groups[0]["lr"] = lr * (1 - t / steps)  # decay to zero
        w.grad = (H @ w - c).detach()  # of the loss alone, on all the data
        opt.step()
    return w.detach()
# endregion


for wd in (0.2, 1.0):
    print(f"\nweight_decay {wd}      w1      w2")
    rows = {"no penalty": torch.linalg.solve(H, c),
            "ridge": torch.linalg.solve(H + wd * EYE, c),
            "SGD": end(SGD, wd, 0.015),
            "Adam": end(Adam, wd, 0.02, betas=(0.9, 0.99)),
            "AdamW": end(AdamW, wd, 0.02, betas=(0.9, 0.99))}
    for name, w in rows.items():
        print(f"{name:14s} {w[0]:8.3f} {w[1]:7.3f}")
