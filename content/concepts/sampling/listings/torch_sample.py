"""A batched sampler as one writes it in PyTorch, against softmax."""
import torch
from torch import Tensor


# region: filters
def top_k(logits: Tensor, k: int) -> Tensor:  # (b, v) -> (b, v)
    kth = logits.topk(min(k, logits.shape[-1]), dim=-1).values[..., -1:]
    return logits.masked_fill(logits < kth, -torch.inf)


def top_p(logits: Tensor, limit: float) -> Tensor:
    if limit >= 1:  # rounded sums would cut the end of a large vocabulary
        return logits
    ordered, index = logits.sort(dim=-1, descending=True, stable=True)
    p = ordered.softmax(-1)
    before = p.cumsum(-1) - p  # the mass of the tokens that rank higher
    cut = (before >= limit).scatter(-1, index, before >= limit)
    return logits.masked_fill(cut, -torch.inf)


def min_p(logits: Tensor, share: float) -> Tensor:
    log_p = logits.log_softmax(-1)
    least = log_p.amax(-1, keepdim=True) + torch.log(torch.tensor(share))
    return logits.masked_fill(log_p < least, -torch.inf)


def sample(logits: Tensor, temperature: float, k: int, limit: float,
           generator: torch.Generator) -> Tensor:
    if temperature == 0:
        return logits.argmax(-1)
    logits = top_p(top_k(logits / temperature, k), limit)
    return torch.multinomial(logits.softmax(-1), 1, generator=generator).squeeze(-1)
# endregion


print("PyTorch", torch.__version__.split("+")[0])
peaked, flat = [0.02, 0.9, 0.05, 0.02, 0.01], [0.3, 0.1, 0.15, 0.2, 0.25]
rows = torch.tensor([peaked, flat]).log()
for name, cut in (("top-k 2", top_k(rows, 2)), ("top-p 0.8", top_p(rows, 0.8)),
                  ("min-p 0.1", min_p(rows, 0.1))):
    kept = [row.isfinite().nonzero().flatten().tolist() for row in cut]
    print(f"{name:10} keeps tokens {kept[0]} and {kept[1]}")
print("ties: top-k 2 of (1, 1, 1, 0) keeps",
      int(top_k(torch.tensor([[1.0, 1, 1, 0]]), 2).isfinite().sum()))

generator = torch.Generator().manual_seed(0)
print("T = 0:", sample(rows, 0, 5, 1.0, generator).tolist())
z = torch.tensor([3.0, 2.0, 1.0, 0.0])
n = 200_000
drawn = sample(z.expand(n, 4), 2.0, 4, 1.0, generator)
noise = -torch.empty(n, 4).exponential_(generator=generator).log()  # Gumbel
gumbel = (z / 2.0 + noise).argmax(-1)
for name, tokens in (("multinomial", drawn), ("Gumbel-max", gumbel)):
    print(f"{name:11}", [f"{x:.2f}" for x in (tokens.bincount() / n).tolist()])
print("softmax    ", [f"{x:.2f}" for x in (z / 2.0).softmax(-1).tolist()])
