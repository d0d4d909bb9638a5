from math import pi, sin, sqrt

from cases import case, check, close, that


@case("The first of ten steps of warmup has a tenth of the peak, the last has all of it.", judges=["code-ramp"])
def ramp(task):
    for t, expected in ((0, 0.1), (4, 0.5), (9, 1.0)):
        check(task.share, t, 10, 100, gives=expected)


@case("The cosine starts from the peak, right after the ramp.", judges=["code-decay"])
def joint(task):
    check(task.share, 10, 10, 100, gives=1.0)
    check(task.share, 11, 10, 100, gives=1 - 0.9 * sin(pi / 180) ** 2)


@case("Half of the way is halfway down to the minimum, a third is a quarter down.", judges=["code-decay"])
def on_the_way(task):
    for t, end, expected in ((55, 0.1, 0.55), (55, 0.0, 0.5), (55, 0.4, 0.7), (40, 0.2, 0.8), (70, 0.2, 0.4)):
        check(task.share, t, 10, 100, end, gives=expected)


@case("From the end on it stays at the minimum.", judges=["code-decay"])
def after_the_end(task):
    for t in (100, 101, 190, 500):
        check(task.share, t, 10, 100, gives=0.1)
    check(task.share, 150, 10, 100, 0.0, gives=0.0)


@case("Each step has the peak times its share.", judges=["code-attach"])
def rates(task):
    optimizer = task.Optimizer(0.5)
    task.train(optimizer, 9, 4, 8, 0.2)
    cosine = [1.0, 0.6 + 0.4 * sqrt(0.5), 0.6, 0.6 - 0.4 * sqrt(0.5), 0.2]
    close(optimizer.used, [0.5 * s for s in [0.25, 0.5, 0.75, 1.0, *cosine]], "the rates of 9 steps, with the peak 0.5")


@case("After the run the rate is that of the next step.", judges=["code-attach"])
def next_rate(task):
    optimizer = task.Optimizer(2.0)
    task.train(optimizer, 3, 10, 100)
    close((len(optimizer.used), optimizer.lr), (3, 0.8), "how many steps were taken, and the rate of the fourth")


@case("Without warmup the first step has the peak.", kind="edge", judges=["code-decay"])
def no_warmup(task):
    for t, expected in ((0, 1.0), (50, 0.55), (100, 0.1)):
        check(task.share, t, 0, 100, gives=expected)


@case("A run of warmup alone reaches the peak, and stays at the minimum after it.", kind="edge", hidden=True,
      judges=["code-ramp"])
def warmup_alone(task):
    for t, expected in ((0, 0.1), (9, 1.0), (10, 0.25), (11, 0.25)):
        check(task.share, t, 10, 10, 0.25, gives=expected)


@case("The minimum does not change the ramp.", kind="property", hidden=True, judges=["code-ramp"])
def ramp_alone(task):
    for end in (0.0, 0.1, 0.5, 1.0):
        close([task.share(t, 25, 80, end) for t in range(25)], [(t + 1) / 25 for t in range(25)], f"the ramp, with the minimum {end}")


@case("The decay falls at every step, and equally far from its two ends the shares add up to 1 and the minimum.",
      kind="property", hidden=True, judges=["code-decay"])
def symmetric(task):
    for warm, total, end in ((0, 30, 0.0), (7, 40, 0.1), (100, 1000, 0.3)):
        shares = [task.share(t, warm, total, end) for t in range(warm, total + 1)]
        that(all(a > b for a, b in zip(shares, shares[1:])), "each step should have less than the one before", shares=shares[:5])
        close([a + b for a, b in zip(shares, shares[::-1])], [1 + end] * len(shares), "the sums from both ends")


@case("A run of 20,000 steps ends in time, and the sum of its rates is known.", kind="scale", hidden=True, judges=["code-attach"])
def scale(task):
    optimizer = task.Optimizer(1e-3)
    task.train(optimizer, 20_000, 500, 20_000)
    # The cosine has the mean 0.55 of its two ends; of these the peak is counted, the minimum is not: half of 0.9 more.
    close(sum(optimizer.used), 1e-3 * (501 / 2 + 19_500 * 0.55 + 0.45), "the sum of all rates", within=1e-7)
