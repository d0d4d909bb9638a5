from math import sqrt
from random import Random

from cases import case, check, close, that

BATCH = [[1.0], [2.0], [3.0], [6.0]]  # mean 3, variances 14/4 and 14/3


def fresh(channels):
    return {"mean": [0.0] * channels, "var": [1.0] * channels}


def drawn(seed, m, channels):
    """A batch, gamma, beta and an upstream gradient, drawn at random; channel c is of size 10^c."""
    random = Random(seed)
    x = [[random.gauss(c, 1) * 10**c for c in range(channels)] for _ in range(m)]
    gamma, beta = ([random.gauss(0, 1) for _ in range(channels)] for _ in range(2))
    return x, gamma, beta, [[random.gauss(0, 1) for _ in range(channels)] for _ in range(m)]


def slow_forward(x, gamma, beta, eps):
    """In training, channel by channel."""
    columns = []
    for column, a, b in zip(zip(*x), gamma, beta):
        mean = sum(column) / len(column)
        var = sum(v * v for v in column) / len(column) - mean**2
        columns.append([a * (v - mean) / sqrt(var + eps) + b for v in column])
    return [list(row) for row in zip(*columns)]


def averages(state):
    return {name: state[name] for name in ("mean", "var")}


def gradients(task, x, gamma, beta, g, eps):
    _, cache = task.forward(x, gamma, beta, fresh(len(gamma)), True, eps)
    return task.backward(g, cache, gamma)


@case("In training each channel is normalized by its own batch, then scaled and shifted.", judges=["forward-right"])
def training(task):
    x = [[v, -100 * v] for (v,) in BATCH]
    y, _ = task.forward(x, [1.0, 10.0], [0.0, 5.0], fresh(2), True)
    unit = [(v - 3) / sqrt(3.5) for (v,) in BATCH]
    close(y, [[u, 5 - 10 * u] for u in unit], "of the channels 1, 2, 3, 6 and -100, -200, -300, -600", within=1e-4)


@case("One step on 1, 2, 3, 6 leaves a running mean of 0.3 and a variance of 1.367.", judges=["modes-right"])
def running(task):
    state = fresh(1)
    task.forward(BATCH, [1.0], [0.0], state, True)
    close(averages(state), {"mean": [0.3], "var": [0.9 + 0.1 * 14 / 3]}, "the running averages")


@case("Inference uses the running averages and leaves them alone.", judges=["modes-right"])
def inference(task):
    state = {"mean": [0.3], "var": [0.9 + 0.1 * 14 / 3]}
    y, _ = task.forward(BATCH, [1.0], [0.0], state, False)
    close(y, [[(v - 0.3) / sqrt(0.9 + 1.4 / 3)] for (v,) in BATCH], "of 1, 2, 3 and 6 at inference", within=1e-4)
    close(averages(state), {"mean": [0.3], "var": [0.9 + 0.1 * 14 / 3]}, "the running averages, afterwards")
    close(task.forward([[0.3]], [2.0], [7.0], state, False)[0], [[7.0]], "of a single row at the running mean")


@case("A channel without variance gives beta; eps stands under the root.", kind="edge", judges=["forward-right"])
def constant(task):
    y, _ = task.forward([[4.0], [4.0], [4.0]], [3.0], [-1.0], fresh(1), True)
    close(y, [[-1.0]] * 3, "of three fours")
    y, _ = task.forward([[-1.0], [1.0]], [1.0], [0.0], fresh(1), True, eps=3.0)
    close(y, [[-0.5], [0.5]], "of -1 and 1 with eps 3")


@case("The parameters' gradients are sums over the batch.", judges=["param-gradients"])
def parameters(task):
    unit = 1 / sqrt(1 + 1e-5)
    _, cache = task.forward([[-1.0], [1.0]], [5.0], [0.0], fresh(1), True)
    _, dgamma, dbeta = task.backward([[2.0], [7.0]], cache, [5.0])
    close((dgamma, dbeta), ([5 * unit], [9.0]), "by gamma and beta; upstream 2 and 7 at -1 and 1")


@case("Neither a shift nor a stretch of the batch matters: the gradients by x sum to zero, also when weighted by x.",
      kind="property", judges=["backward-three-terms"])
def invariances(task):
    x, gamma, beta, g = drawn(1, 6, 3)
    dx, _, _ = gradients(task, x, gamma, beta, g, 1e-12)
    that(all(any(abs(v) > 1e-6 for v in column) for column in zip(*dx)), "the gradients should not all be zero", dx=dx)
    close([sum(column) for column in zip(*dx)], [0.0] * 3, "the sum over the batch of each channel")
    weighted = [sum(u * v for u, v in zip(*both)) for both in zip(zip(*dx), zip(*x))]
    close(weighted, [0.0] * 3, "the sum of gradient times x of each channel", within=1e-8)


@case("All gradients agree with differences of a randomly weighted sum of outputs.", kind="property", hidden=True,
      judges=["backward-three-terms", "param-gradients"])
def differences(task):
    x, gamma, beta, g = drawn(2, 5, 3)
    got, eps = gradients(task, x, gamma, beta, g, 0.1), 1e-5

    def loss():
        return sum(u * v for both in zip(g, slow_forward(x, gamma, beta, 0.1)) for u, v in zip(*both))

    places = [(row, c, got[0][i][c], f"by x, row {i}, channel {c}") for i, row in enumerate(x) for c in range(3)]
    places += [(gamma, c, got[1][c], f"by gamma, channel {c}") for c in range(3)]
    places += [(beta, c, got[2][c], f"by beta, channel {c}") for c in range(3)]
    for holder, c, gradient, name in places:
        keep, step = holder[c], eps * 10**c if holder is not gamma and holder is not beta else eps
        holder[c] = keep + step
        up = loss()
        holder[c] = keep - step
        slope = (up - loss()) / (2 * step)
        holder[c] = keep
        close(gradient, slope, name, within=1e-6)


@case("Over three steps the running averages weigh each batch by momentum, with what came before.", kind="property", hidden=True,
      judges=["modes-right"])
def steps(task):
    state, expected = {"mean": [2.0], "var": [5.0]}, [2.0, 5.0]
    for factor in (1.0, 3.0, -2.0):
        y, _ = task.forward([[factor * v] for (v,) in BATCH], [1.0], [0.0], state, True, momentum=0.25)
        close(y[3], [3 / sqrt(3.5) * (1 if factor > 0 else -1)], "the output of the last row", within=1e-4)
        expected = [0.75 * expected[0] + 0.75 * factor, 0.75 * expected[1] + 0.25 * factor**2 * 14 / 3]
    close(averages(state), {"mean": expected[:1], "var": expected[1:]}, "the running averages at momentum 0.25")


@case("What is given stays as it is, but for the state.", kind="edge", hidden=True)
def arguments_stay(task):
    (x, gamma, beta, g), before = drawn(3, 4, 2), drawn(3, 4, 2)
    gradients(task, x, gamma, beta, g, 1e-5)
    that((x, gamma, beta, g) == before, "an argument was changed")


@case("A batch of 300 with 50 channels ends in time.", kind="scale", hidden=True)
def scale(task):
    random = Random(4)
    x = [[random.gauss(5, 2) for _ in range(50)] for _ in range(300)]
    ones, zeros = [1.0] * 50, [0.0] * 50
    y, cache = task.forward(x, ones, zeros, fresh(50), True)
    close([sum(column) / 300 for column in zip(*y)], zeros, "the mean of each channel")
    dx, _, dbeta = task.backward(x, cache, ones)
    that((len(dx), len(dx[0]), len(dbeta)) == (300, 50, 50), "300 rows of 50 gradients are expected")
