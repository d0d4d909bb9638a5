"""Inverted dropout on plain lists, forward and backward."""
from random import Random


class Dropout:
    def __init__(self, p, rng):
        if not 0 <= p < 1:
            raise ValueError("p is the probability to drop, 0 <= p < 1")
        self.p, self.rng = p, rng

    def draw(self):
        """What one entry is multiplied by in training."""
        return 1 / (1 - self.p) if self.rng.random() >= self.p else 0.0

    def forward(self, h, training):
        self.factor = [[self.draw() if training else 1.0 for _ in row] for row in h]
        return self.times(h)

    def backward(self, grad):
        return self.times(grad)

    def times(self, rows):
        return [[x * f for x, f in zip(row, factors)]
                for row, factors in zip(rows, self.factor)]
