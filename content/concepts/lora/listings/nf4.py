"""A base in 4 bits: NF4 levels, the error they leave, and merging into them."""

from statistics import NormalDist

import torch
from torch import Tensor

torch.manual_seed(0)
BLOCK = 64


def levels() -> Tensor:
    """Quantiles of a normal distribution, 8 above zero and 7 below, and zero."""
    end, inverse = 0.9677083, NormalDist().inv_cdf
    above = [inverse(end + (0.5 - end) * i / 8) for i in range(8)]
    below = [-inverse(end + (0.5 - end) * i / 7) for i in range(7)]
    return torch.tensor(sorted([*below, 0.0, *above])) / above[0]


NF4, EVEN = levels(), torch.linspace(-1, 1, 16)


# region: quantize
def quantized(w: Tensor, grid: Tensor) -> Tensor:
    """The nearest level in each block of 64, times the block's largest size."""
    blocks = w.reshape(-1, BLOCK)
    scale = blocks.abs().amax(1, keepdim=True)
    middles = (grid[1:] + grid[:-1]) / 2
    nearest = torch.bucketize(blocks / scale, middles)
    return (grid[nearest] * scale).reshape(w.shape)
# endregion


def relative(error: Tensor, of: Tensor) -> float:
    return (error.norm() / of.norm()).item()


d, r = 1024, 8
w = 0.02 * torch.randn(d, d)
update = torch.randn(d, r) @ torch.randn(r, d)
update *= 0.0003 / update.square().mean().sqrt()

print("NF4 levels:", " ".join(f"{level:.3f}" for level in NF4[:4]), "...")
for name, grid in [("NF4", NF4), ("16 even levels", EVEN)]:
    print(f"{name}: error {relative(quantized(w, grid) - w, w):.1%} of the weights")

base, half = quantized(w, NF4), w.bfloat16()
print("error of the update, once it is merged into")
for name, before, after in [
    ("float32", w, w + update),
    ("bfloat16", half.float(), (half + update).bfloat16().float()),
    ("NF4, quantized again", base, quantized(base + update, NF4)),
]:
    print(f"{name:20} {relative(after - before - update, update):6.1%}")
stuck = (half == (half + update).bfloat16()).float().mean().item()
print(f"bfloat16 weights that did not change: {stuck:.0%}")
