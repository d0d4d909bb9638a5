"""The same gradients from PyTorch's autograd; VJP, JVP, a checkpoint."""
import torch
from torch.func import jvp, vjp
from torch.utils.checkpoint import checkpoint

print("PyTorch", torch.__version__.split("+")[0])


def loss(w: torch.Tensor, x: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    return (torch.relu(w * x + b) - 5) ** 2 + 0.5 * w**2


def gradient(*at: float) -> list[float]:
    leaves = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in at]
    loss(*leaves).backward()
    return [leaf.grad.item() for leaf in leaves]


print("w, x, b        ", gradient(2, 3, -4))
print("at the kink    ", gradient(2, 3, -6))

X = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
W = torch.tensor([[1.0, 0.0], [-1.0, 2.0]], requires_grad=True)
b = torch.zeros(2, requires_grad=True)
(X @ W + b).backward(torch.eye(2))
print("dW, dX, db     ", W.grad.tolist(), X.grad.tolist(), b.grad.tolist())

z = torch.zeros(1, requires_grad=True)
torch.where(z > 0, torch.sqrt(z), 0.0).sum().backward()
print("where and sqrt ", z.grad.item())


def f(v: torch.Tensor) -> torch.Tensor:
    return torch.stack([v[0] * v[1], torch.sin(v[2])])


v, tangent = torch.tensor([1.0, 2, 3]), torch.tensor([1.0, 0, 2])
upstream = torch.tensor([1.0, -1])
pushed = jvp(f, (v,), (tangent,))[1]
pulled = vjp(f, v)[1](upstream)[0]
print(f"u·(Jv), (Jᵀu)·v  {upstream @ pushed:.4f} {pulled @ tangent:.4f}")

calls = 0


def block(h: torch.Tensor) -> torch.Tensor:
    global calls
    calls += 1
    return torch.tanh(h * 2)


h = torch.tensor(0.3, requires_grad=True)
plain, = torch.autograd.grad(block(h), h)
again, = torch.autograd.grad(checkpoint(block, h, use_reentrant=False), h)
print(f"same with a checkpoint: {bool(plain == again)}; calls of block: {calls}")
