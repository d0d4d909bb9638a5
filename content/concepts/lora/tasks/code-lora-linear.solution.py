"""A linear layer with a LoRA adapter, on plain lists."""
from random import Random


def product(x, w):
    """The rows of x times the transpose of w: n x k and d x k give n x d."""
    return [[sum(a * b for a, b in zip(row, of)) for of in w] for row in x]


class LoRALinear:
    def __init__(self, w, bias, r, alpha, random=Random(0)):
        d, k = len(w), len(w[0])
        self.w, self.bias = w, bias
        self.A = [[random.gauss(0, k**-0.5) for _ in range(k)] for _ in range(r)]
        self.B = [[0.0] * r for _ in range(d)]
        self.scale = alpha / r

    def forward(self, x):
        base, thin = product(x, self.w), product(product(x, self.A), self.B)
        return [
            [a + c + self.scale * b for a, b, c in zip(one, other, self.bias)]
            for one, other in zip(base, thin)
        ]

    def merged(self):
        columns = [list(column) for column in zip(*self.A)]
        update = product(self.B, columns)
        w = [
            [a + self.scale * b for a, b in zip(row, change)]
            for row, change in zip(self.w, update)
        ]
        return w, list(self.bias)
