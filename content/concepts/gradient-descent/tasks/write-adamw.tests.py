from math import sqrt
from random import Random

from cases import case, check, close, that


def run(adamw, gradients, w, **options):
    """The weights after a step with each of the gradients."""
    state = {}
    for g in gradients:
        w = adamw(w, g, state, **options)
    return w


def slow_reference(gradients, w, lr, b1, b2, eps, wd):
    """Each average as the weighted sum of all gradients so far, in one coordinate."""
    for t in range(1, len(gradients) + 1):
        past = gradients[:t]
        m = sum((1 - b1) * b1 ** (t - 1 - i) * g for i, g in enumerate(past)) / (1 - b1**t)
        v = sum((1 - b2) * b2 ** (t - 1 - i) * g * g for i, g in enumerate(past)) / (1 - b2**t)
        w = w - lr * wd * w - lr * m / (sqrt(v) + eps)
    return w


@case("The first step moves each weight by the learning rate, whatever the size of its gradient.", judges=["code-moments"])
def first_step(task):
    check(task.adamw, [1.0, -2.0], [1e-4, 300.0], {}, lr=0.1, wd=0.0, gives=[0.9, -2.1], within=1e-3)


@case("Under a constant gradient the second step is as long as the first.", judges=["code-moments"])
def second_step(task):
    got = run(task.adamw, [[2.0], [2.0]], [1.0], lr=0.1, wd=0.0)
    close(got, [0.8], "after two steps with the gradient 2, from 1 at lr 0.1", within=1e-6)


@case("Without a gradient only the decay acts: by lr · wd of the weight.", kind="edge", judges=["code-decoupled"])
def pure_decay(task):
    check(task.adamw, [4.0], [0.0], {}, lr=0.1, wd=0.5, gives=[3.8])


@case("A gradient of zero at the start divides nothing by zero.", kind="edge")
def zero_gradient(task):
    check(task.adamw, [0.5, 0.25], [0.0, 0.0], {}, wd=0.0, gives=[0.5, 0.25])


@case("The lists that are given stay as they are.", kind="edge", hidden=True)
def arguments_stay(task):
    w, g = [1.0, 2.0], [0.5, -0.5]
    task.adamw(w, g, {}, lr=0.1)
    that(w == [1.0, 2.0] and g == [0.5, -0.5], "w or g was changed in place", w=w, g=g)


@case("Thirty steps agree with averages summed from scratch.", kind="property", hidden=True, judges=["code-moments"])
def agrees_with_sums(task):
    random = Random(0)
    gradients = [random.gauss(0, 1) * 10 ** random.uniform(-2, 2) for _ in range(30)]
    options = {"lr": 0.05, "b1": 0.8, "b2": 0.95, "eps": 1e-3, "wd": 0.1}
    got = run(task.adamw, [[g] for g in gradients], [1.5], **options)
    close(got, [slow_reference(gradients, 1.5, **options)], "after 30 random gradients", within=1e-9)


@case("A thousand steps over a hundred weights end in time.", kind="scale", hidden=True)
def scale(task):
    random = Random(1)
    gradients = [[random.gauss(0, 1) for _ in range(100)] for _ in range(20)]
    got = run(task.adamw, gradients * 50, [0.0] * 100, lr=0.01)
    that(len(got) == 100 and all(abs(x) < 20 for x in got), "a hundred finite weights are expected", first=got[:3])
