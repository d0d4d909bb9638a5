"""Which learning rates train eight hidden layers, with and without a norm."""
import torch
from sklearn.datasets import load_digits
from torch import nn

torch.set_num_threads(1)
images, labels = load_digits(return_X_y=True)
x, y = torch.tensor(images / 16), torch.tensor(labels)
RATES = (0.01, 0.1, 0.3, 1.0)

def build(norm: type[nn.Module] | None, he: bool) -> nn.Sequential:
    layers: list[nn.Module] = []
    for _ in range(8):
        linear = nn.Linear(64, 64)
        if he:  # keeps the scale of activations through ReLU layers, at first
            nn.init.kaiming_normal_(linear.weight, nonlinearity="relu")
            nn.init.zeros_(linear.bias)
        layers += [linear, norm(64), nn.ReLU()] if norm else [linear, nn.ReLU()]
    return nn.Sequential(*layers, nn.Linear(64, 10)).double()

def train(norm: type[nn.Module] | None, he: bool, rate: float) -> str:
    torch.manual_seed(0)
    net = build(norm, he)
    optimizer = torch.optim.SGD(net.parameters(), lr=rate)
    for _ in range(300):
        at = torch.randint(len(x), (64,))
        loss = nn.functional.cross_entropy(net(x[at]), y[at])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():  # all images as one batch
        end = nn.functional.cross_entropy(net(x), y).item()
    return "learned" if end < 0.5 else "partly" if end < 2 else "chance"

print("training loss after 300 steps: learned < 0.5 < partly < 2 < chance\n")
print(f"{'learning rate':20s}", *(f"{rate:10}" for rate in RATES))
for name, norm, he in (
    ("batch norm", nn.BatchNorm1d, False), ("layer norm", nn.LayerNorm, False),
    ("none", None, False), ("none, He start", None, True),
):
    print(f"{name:20s}", *(f"{train(norm, he, rate):>10s}" for rate in RATES))
