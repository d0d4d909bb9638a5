"""Our Adam and AdamW against torch.optim, then what each does with weight decay."""
import torch
from torch import Tensor


# region: adam
class Adam:
    def __init__(self, p: Tensor, lr: float, wd: float, decoupled: bool,
                 b1: float = 0.9, b2: float = 0.999, eps: float = 1e-8) -> None:
        self.p, self.lr, self.wd, self.decoupled = p, lr, wd, decoupled
        self.b1, self.b2, self.eps, self.t = b1, b2, eps, 0
        self.m, self.v = torch.zeros_like(p), torch.zeros_like(p)

    @torch.no_grad()
    def step(self) -> None:
        g = self.p.grad
        if self.decoupled:
            self.p.mul_(1 - self.lr * self.wd)  # AdamW: shrink, outside the ratio
        else:
            g = g + self.wd * self.p            # L2: decay enters m and v
        self.t += 1
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g * g
        m_hat = self.m / (1 - self.b1**self.t)
        v_hat = self.v / (1 - self.b2**self.t)
        self.p -= self.lr * m_hat / (v_hat.sqrt() + self.eps)
# endregion


def train(make) -> Tensor:
    gen = torch.Generator().manual_seed(0)
    X = torch.randn(256, 6, generator=gen, dtype=torch.float64)
    y = torch.sin(X.sum(1))
    w = torch.full((6,), 0.5, dtype=torch.float64, requires_grad=True)
    opt = make(w)
    for _ in range(300):
        idx = torch.randint(0, 256, (32,), generator=gen)
        w.grad = None
        ((torch.tanh(X[idx] @ w) - y[idx]) ** 2).mean().backward()
        opt.step()
    return w.detach()


for name, lib, wd, dec in (("Adam", torch.optim.Adam, 0.0, False),
                           ("Adam + L2", torch.optim.Adam, 0.1, False),
                           ("AdamW", torch.optim.AdamW, 0.1, True)):
    mine = train(lambda w: Adam(w, 0.01, wd, dec))
    theirs = train(lambda w: lib([w], lr=0.01, weight_decay=wd))
    same = torch.allclose(mine, theirs, rtol=0, atol=1e-12)
    print(f"{name:9s} 300 steps, equal to torch.optim within 1e-12: {same}")

for name, dec in (("Adam + L2", False), ("AdamW", True)):  # gradients +-0.1, +-10
    p = torch.ones(2, dtype=torch.float64, requires_grad=True)
    opt = Adam(p, 0.001, 0.1, dec)
    for t in range(5000):
        p.grad = torch.tensor([0.1, 10.0], dtype=torch.float64) * (-1) ** t
        opt.step()
    print(f"{name:9s} after 5000 steps: {p[0].item():.3f} {p[1].item():.3f}")
