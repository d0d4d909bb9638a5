"""LoRA in PyTorch: start, first gradients, training, merging."""
import copy

import torch
from torch import Tensor, nn
from torch.nn import functional as F

torch.manual_seed(0)


# region: layer
class LoRALinear(nn.Module):
    def __init__(self, base: nn.Linear, r: int, alpha: float) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        k = base.in_features
        self.A = nn.Parameter(torch.randn(r, k) / k**0.5)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))
        self.scale = alpha / r

    def forward(self, x: Tensor) -> Tensor:
        # (n, k) -> (n, r) -> (n, d)
        return self.base(x) + self.scale * (x @ self.A.T @ self.B.T)

    @torch.no_grad()
    def merged(self) -> nn.Linear:
        layer = copy.deepcopy(self.base)
        layer.weight += self.scale * self.B @ self.A
        return layer
# endregion


base = nn.Sequential(nn.Linear(32, 64), nn.Tanh(), nn.Linear(64, 8))
task, x = copy.deepcopy(base), torch.randn(1024, 32)
with torch.no_grad():  # the new task: each matrix moved by one of rank 2
    for layer in (task[0], task[2]):
        d, k = layer.weight.shape
        layer.weight += torch.randn(d, 2) @ torch.randn(2, k) / (2 * k**0.5)
    y, before = task(x), base(x)

model = nn.Sequential(LoRALinear(base[0], 4, 8), base[1], LoRALinear(base[2], 4, 8))
frozen, first = base[0].weight.clone(), model[0]
print("step 0 is the base model:", torch.equal(model(x), before))
trained = [p for p in model.parameters() if p.requires_grad]
optimizer = torch.optim.AdamW(trained, lr=0.01, weight_decay=0.0)
for step in range(600):
    optimizer.zero_grad()
    loss = F.mse_loss(model(x), y)
    loss.backward()
    if step == 0:
        grads = [p.grad.norm().item() for p in (first.A, first.B)]
        print(f"loss {loss:.3f}, gradients: A {grads[0]:.2f}, B {grads[1]:.2f}")
    optimizer.step()
print(f"loss {loss:.3f}, base unchanged: {torch.equal(frozen, base[0].weight)}")
sizes = [sum(p.numel() for p in of) for of in (trained, base.parameters())]
print(f"trained {sizes[0]} numbers beside {sizes[1]} frozen ones")
merged = nn.Sequential(model[0].merged(), model[1], model[2].merged())
gap = (merged(x) - model(x)).abs().max().item()
print(f"merged: {len(merged.state_dict())} tensors; equal outputs: {gap < 1e-5}")
print("PyTorch", torch.__version__.split("+")[0])
