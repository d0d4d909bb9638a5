"""Our Adam and AdamW against torch.optim, then what each does with weight decay."""
import torch
from torch import Tensor


# region: adam
def adam(p: Tensor, g: Tensor, s: dict, lr: float, wd: float, decoupled: bool,
         b1: float = 0.9, b2: float = 0.999, eps: float = 1e-8) -> Tensor:
    if decoupled:
        p = (1 - lr * wd) * p  # AdamW: shrink, outside the ratio
    else:
        g = g + wd * p         # L2: decay enters m and v
    s["t"] = s.get("t", 0) + 1
    s["m"] = b1 * s.get("m", 0.0) + (1 - b1) * g
    s["v"] = b2 * s.get("v", 0.0) + (1 - b2) * g * g
    m_hat = s["m"] / (1 - b1 ** s["t"])
    v_hat = s["v"] / (1 - b2 ** s["t"])
    return p - lr * m_hat / (v_hat.sqrt() + eps)
# endregion


gen = torch.Generator().manual_seed(0)
for name, lib, wd, dec in (("Adam", torch.optim.Adam, 0.0, False),
                           ("Adam + L2", torch.optim.Adam, 0.1, False),
                           ("AdamW", torch.optim.AdamW, 0.1, True)):
    p, s = torch.ones(6, dtype=torch.float64), {}
    q = p.clone().requires_grad_()
    opt = lib([q], lr=0.01, weight_decay=wd)
    for _ in range(300):
        g = p + torch.randn(6, generator=gen, dtype=torch.float64)
        p = adam(p, g, s, 0.01, wd, dec)
        q.grad = g
        opt.step()
    same = torch.allclose(p, q.detach(), rtol=0, atol=1e-12)
    print(f"{name:9s} 300 steps, equal to torch.optim within 1e-12: {same}")

for name, dec in (("Adam + L2", False), ("AdamW", True)):  # gradients +-0.1, +-10
    p, s = torch.ones(2, dtype=torch.float64), {}
    for t in range(5000):
        g = torch.tensor([0.1, 10.0], dtype=torch.float64) * (-1) ** t
        p = adam(p, g, s, 0.001, 0.1, dec)
    print(f"{name:9s} after 5000 steps: {p[0].item():.3f} {p[1].item():.3f}")
