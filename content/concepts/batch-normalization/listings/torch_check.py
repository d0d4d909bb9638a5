"""PyTorch: the same numbers, the axes of four norms, folding and freezing."""
import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

torch.manual_seed(0)
torch.set_num_threads(1)
print(f"PyTorch {torch.__version__.split('+')[0]}")

# region: same
bn = nn.BatchNorm1d(1)
batch = torch.tensor([[1.0], [2.0], [3.0], [6.0]])  # (m, C) = (4, 1)
print("training ", *(f"{v:.3f}" for v in bn(batch).flatten().tolist()))
print(f"running   {bn.running_mean.item():.3f} {bn.running_var.item():.3f}")
print("inference", *(f"{v:.3f}" for v in bn.eval()(batch).flatten().tolist()))
# endregion

# region: axes
N, C, H, W, G = 8, 6, 5, 5, 3
x = torch.randn(N, C, H, W)
grouped = x.view(N, G, C // G, H, W)
norms = {
    "BatchNorm2d": (nn.BatchNorm2d(C), x, (0, 2, 3)),
    "LayerNorm": (nn.LayerNorm((C, H, W)), x, (1, 2, 3)),
    "InstanceNorm2d": (nn.InstanceNorm2d(C), x, (2, 3)),
    "GroupNorm": (nn.GroupNorm(G, C), grouped, (2, 3, 4)),
}
for name, (norm, shaped, axes) in norms.items():
    mean = shaped.mean(axes, keepdim=True)
    var = shaped.var(axes, correction=0, keepdim=True)
    own = ((shaped - mean) / (var + 1e-5).sqrt()).view_as(x)
    same = torch.allclose(norm(x), own, atol=1e-5)
    print(f"{name:15s} means {mean.numel():3d}   same as by hand: {same}")
tokens = torch.tensor([1.0, 2.0, 3.0, 6.0])
for norm in (nn.LayerNorm(4), nn.RMSNorm(4, eps=1e-5)):
    print(f"{norm._get_name():9s}", *(f"{v:.3f}" for v in norm(tokens).tolist()))
# endregion

# region: fold
conv, norm = nn.Conv2d(3, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8)
with torch.no_grad():
    for _ in range(100):
        norm(conv(2 + 3 * torch.randn(16, 3, 10, 10)))  # only moves the averages
folded = fuse_conv_bn_eval(conv.eval(), norm.eval())
image = 2 + 3 * torch.randn(1, 3, 10, 10)
same = torch.allclose(folded(image), norm(conv(image)), atol=1e-4)
print(f"folded equals conv, then norm: {same}")
# endregion

# region: freeze
norm = nn.BatchNorm1d(1).requires_grad_(False)
with torch.no_grad():
    norm(torch.full((4, 1), 5.0))
print(f"parameters frozen, no_grad: running mean {norm.running_mean.item():.2f}")
norm.eval()(torch.full((4, 1), 5.0))
print(f"then in eval mode:          running mean {norm.running_mean.item():.2f}")
# endregion
