"""A network trained on scanned digits, asked in training and in inference mode."""
from copy import deepcopy

import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import Tensor, nn

torch.set_num_threads(1)
torch.manual_seed(0)
x, y = load_digits(return_X_y=True)
split = train_test_split(x / 16, y, test_size=500, random_state=0, stratify=y)
x_train, x_test, y_train, y_test = (torch.tensor(part) for part in split)

def block() -> list[nn.Module]:
    return [nn.Linear(64, 64, bias=False), nn.BatchNorm1d(64), nn.ReLU()]

net = nn.Sequential(*block(), *block(), nn.Linear(64, 10)).double()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(10):  # epochs of 40 batches of 32
    for at in torch.randperm(len(x_train))[:1280].split(32):
        loss = nn.functional.cross_entropy(net(x_train[at]), y_train[at])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

# region: one
@torch.no_grad()
def one_image(image: int, channel: int) -> None:
    z, bn = net[0](x_test)[:, channel], net[1]  # z is what enters the first norm
    x_hat = (z[image] - bn.running_mean[channel]) / bn.running_var[channel].sqrt()
    print(f"one image, one channel: input {z[image]:.2f}, at inference {x_hat:.2f}")
    others = torch.tensor([i for i in range(len(z)) if i != image])
    for m in (2, 4, 16, 64):
        outputs = []
        for _ in range(500):  # the same image among other neighbors each time
            neighbors = others[torch.randperm(len(others))[: m - 1]]
            batch = torch.cat([z[[image]], z[neighbors]])
            var = batch.var(correction=0) + bn.eps
            outputs.append((z[image] - batch.mean()) / var.sqrt())
        sd, mean = torch.std_mean(torch.stack(outputs))
        print(f"  in batches of {m:2d}: mean {mean:5.2f}, sd {sd:.2f}")
# endregion

@torch.no_grad()
def accuracy(x: Tensor, batches: tuple[Tensor, ...], training: bool) -> str:
    model = deepcopy(net).train(training)  # a copy: training mode moves averages
    right = [model(x[at]).argmax(1) == y_test[at] for at in batches]
    return f"{torch.cat(right).double().mean():9.1%}"

one_image(image=0, channel=0)
shuffled = torch.randperm(500)
by_class = y_test.argsort(stable=True).split(y_test.bincount().tolist())
print("\naccuracy      inference   training mode, in batches of")
print("                              2        10        50   one class")
data = {"as trained": x_test, "half contrast": x_test / 2, "brighter": x_test + 0.5}
for name, x in data.items():
    row = [accuracy(x, shuffled.split(50), False)]
    row += [accuracy(x, shuffled.split(size), True) for size in (2, 10, 50)]
    print(f"{name:14s}", *row, accuracy(x, by_class, True))
