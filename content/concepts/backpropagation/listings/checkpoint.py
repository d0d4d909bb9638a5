"""Checkpointing: store every eighth activation, compute the others again."""
from math import sin, tanh


class Meter:
    def __init__(self) -> None:
        self.evaluations = self.stored = self.peak = 0

    def layer(self, w: float, h: float) -> float:
        self.evaluations += 1
        return tanh(w * h)

    def store(self, numbers: int) -> None:
        self.stored += numbers
        self.peak = max(self.peak, self.stored)


def gradient(
    weights: list[float], x: float, every: int, meter: Meter
) -> list[float]:
    """Of the last activation, by each weight."""
    starts = range(0, len(weights), every)
    h, inputs = x, list[float]()
    for at in starts:
        inputs.append(h)
        meter.store(1)
        for w in weights[at:at + every]:
            h = meter.layer(w, h)
    grads, upstream, after = [0.0] * len(weights), 1.0, h
    for at, before in zip(reversed(starts), reversed(inputs)):
        segment = [before]
        for w in weights[at:at + every - 1]:
            segment.append(meter.layer(w, segment[-1]))
        meter.store(len(segment) - 1)  # the first is the checkpoint
        segment.append(after)
        for i in reversed(range(len(segment) - 1)):
            slope = 1 - segment[i + 1] ** 2
            grads[at + i] = upstream * slope * segment[i]
            upstream *= slope * weights[at + i]
        meter.store(1 - len(segment))
        after = before
    return grads


weights = [1 + 0.3 * sin(i) for i in range(64)]
print("every   peak stored   layer evaluations   gradient of layer 1")
for every in (1, 2, 4, 8, 16, 32, 64):
    meter = Meter()
    grads = gradient(weights, 0.5, every, meter)
    print(f"{every:5d} {meter.peak:13d} {meter.evaluations:19d} {grads[0]:21.6e}")
