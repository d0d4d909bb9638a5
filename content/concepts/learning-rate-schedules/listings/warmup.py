"""What warmup prevents: Adam on a deep network, with and without it."""
from statistics import median

import torch
from torch import nn

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
DEPTH, WIDTH, STEPS, RUNS = 10, 32, 150, 5


def network() -> nn.Sequential:
    sizes, layers = [8] + [WIDTH] * (DEPTH + 1), []
    for rows, columns in zip(sizes, sizes[1:]):
        layers += [nn.Linear(rows, columns), nn.Tanh()]
    return nn.Sequential(*layers, nn.Linear(WIDTH, 1))


# region: train
def train(peak: float, warm: int, seed: int) -> tuple[list[float], float]:
    """Losses before each step, and how far the first step went."""
    torch.manual_seed(seed)
    net, x = network(), (torch.rand(64, 8) - 0.5) * 12**0.5
    y = torch.sin(x.sum(1, keepdim=True))
    for layer in net:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)
    optimizer = torch.optim.Adam(net.parameters(), lr=peak)
    losses, moved = [], 0.0
    before = nn.utils.parameters_to_vector(net.parameters()).detach()
    for t in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = peak * min(1, (t + 1) / warm)
        loss = ((net(x) - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if t == 0:
            after = nn.utils.parameters_to_vector(net.parameters()).detach()
            moved = ((after - before).norm() / before.norm()).item()
    return losses, moved
# endregion


print("PyTorch", torch.__version__.split("+")[0])
print("  peak  warmup  first step  worst of 10 losses  median at the end")
for peak in (0.003, 0.03):
    for warm in (1, 50):
        runs = [train(peak, warm, seed) for seed in range(RUNS)]
        share = 100 * runs[0][1]
        early = max(max(losses[:10]) for losses, _ in runs)
        end = median(losses[-1] for losses, _ in runs)
        name = warm if warm > 1 else "none"
        print(f"{peak:6} {name:>7} {share:10.2f}% {early:19.1f} {end:18.1f}")
