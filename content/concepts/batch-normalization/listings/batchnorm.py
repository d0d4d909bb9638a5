"""Batch norm of one channel: its batch in training, averages at inference."""
from math import sqrt

Vec = list[float]
EPS, ALPHA = 1e-5, 0.1

class BatchNorm:
    def __init__(self, gamma: float = 1.0, beta: float = 0.0) -> None:
        self.gamma, self.beta = gamma, beta  # learned by gradient
        self.running_mean, self.running_var = 0.0, 1.0  # averaged, not learned

    # region: layer
    def normalize(self, x: Vec, mean: float, var: float) -> Vec:
        return [self.gamma * (v - mean) / sqrt(var + EPS) + self.beta for v in x]

    def train(self, x: Vec) -> Vec:
        m = len(x)
        mean = sum(x) / m
        var = sum((v - mean) ** 2 for v in x) / m  # biased: divided by m
        unbiased = var * m / (m - 1)  # an error for m = 1
        self.running_mean += ALPHA * (mean - self.running_mean)
        self.running_var += ALPHA * (unbiased - self.running_var)
        return self.normalize(x, mean, var)

    def infer(self, x: Vec) -> Vec:
        return self.normalize(x, self.running_mean, self.running_var)
    # endregion

def row(name: str, x: Vec) -> None:
    print(f"{name:24s}", *(f"{v:8.3f}" for v in x))

batch = [1.0, 2.0, 3.0, 6.0]
bn = BatchNorm()
row("batch", batch)
row("training", bn.train(batch))
row("running mean, variance", [bn.running_mean, bn.running_var])
row("inference after 1 step", bn.infer(batch))

print("\nsteps  running mean  3 (1 - 0.9^t)")
for t in range(2, 45):
    bn.train(batch)
    if t in (10, 22, 44):
        print(f"{t:5d} {bn.running_mean:13.4f} {3 * (1 - 0.9**t):14.4f}")
row("inference after 44", bn.infer(batch))

print("\nthe value 1.0, among")
for neighbors in ([0.0, 0.1, 0.0], [10.0, 10.1, 10.0]):
    x = [1.0, *neighbors]
    trained, inferred = BatchNorm().train(x)[0], bn.infer(x)[0]
    print(f"{neighbors!s:18s} training {trained:6.2f}   inference {inferred:6.2f}")

w, b, mean, var, gamma, beta = 2.0, 1.0, 3.0, 4.0, 1.5, 0.5
scale = gamma / sqrt(var + EPS)
folded_w, folded_b = w * scale, (b - mean) * scale + beta
layer = BatchNorm(gamma, beta)
layer.running_mean, layer.running_var = mean, var
print(f"\nfolded weight {folded_w:.3f}, bias {folded_b:.3f}")
both, one = layer.infer([w * 5 + b])[0], folded_w * 5 + folded_b
print(f"at x = 5: layer then norm {both:.3f}, folded {one:.3f}")
