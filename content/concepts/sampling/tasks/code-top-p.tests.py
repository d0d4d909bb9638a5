import math
from random import Random

from cases import case, check, close, that

# Unsorted on purpose: token 2 is the likeliest, then 0, 3 and 1.
MIXED = [math.log(x) for x in (0.3, 0.05, 0.5, 0.15)]


def shares(sample, logits, temperature, k, p, draws=4000):
    """How often each token comes, of seeded draws."""
    rng, counts = Random(0), [0] * len(logits)
    for _ in range(draws):
        counts[sample(list(logits), temperature, k, p, rng)] += 1
    return [count / draws for count in counts]


def near(got, expected, words):
    """Within four standard deviations of 4,000 draws, at most 0.032."""
    close(got, expected, words, within=0.032)


@case("The token that crosses p is kept: alone at 0.95, it is always drawn.", judges=["keeps-crossing"])
def crossing(task):
    logits = [math.log(x) for x in (0.02, 0.95, 0.03)]
    for seed in range(20):
        check(task.sample, logits, 1.0, 3, 0.9, Random(seed), gives=1)


@case("Top-p 0.75 keeps the two best of an unsorted list, in proportion.", judges=["keeps-crossing", "renormalizes"])
def two_of_four(task):
    near(shares(task.sample, MIXED, 1.0, 4, 0.75), [0.375, 0, 0.625, 0], "0.3 and 0.5 of the mass are kept, 0.8 in all")


@case("Top-k 3 keeps the three best, in proportion.", judges=["renormalizes"])
def three_of_four(task):
    near(shares(task.sample, MIXED, 1.0, 3, 1.0), [0.3 / 0.95, 0, 0.5 / 0.95, 0.15 / 0.95], "0.95 of the mass is kept")


@case("At temperature 0 the largest logit is taken.", kind="edge", judges=["zero-branch"])
def zero(task):
    check(task.sample, [1.0, -2.0, 1.5, 0.0], 0, 4, 1.0, Random(0), gives=2)


@case("With k = 1 it is the largest logit at any temperature.", kind="edge")
def one_best(task):
    for temperature in (0.1, 1.0, 50.0):
        for seed in range(10):
            check(task.sample, MIXED, temperature, 1, 1.0, Random(seed), gives=2)


@case("Logits of a thousand overflow nothing.", kind="edge", judges=["stable-softmax"])
def large(task):
    near(shares(task.sample, [1000.0, 1000.0, -1000.0], 1.0, 3, 1.0), [0.5, 0.5, 0], "two equal logits share the mass")


@case("With k = V and p = 1 every token comes as often as softmax says, at T = 2.", kind="property", hidden=True)
def whole(task):
    roots = [math.sqrt(x) for x in (0.3, 0.05, 0.5, 0.15)]
    near(shares(task.sample, MIXED, 2.0, 4, 1.0), [x / sum(roots) for x in roots], "at T = 2 the square roots, normalized")


@case("Top-p looks after the temperature: at T = 2 it keeps one more.", kind="property", hidden=True)
def order(task):
    logits = [math.log(x) for x in (0.04, 0.5, 0.15, 0.25, 0.06)]
    drawn = {token for token, share in enumerate(shares(task.sample, logits, 2.0, 5, 0.89)) if share}
    that(drawn == {1, 2, 3, 4}, "tokens 1, 3, 2 and 4 reach 0.89 at T = 2", drawn=sorted(drawn))


@case("Top-p looks at what top-k left, renormalized.", kind="property", hidden=True)
def chained(task):
    near(shares(task.sample, MIXED, 1.0, 2, 0.6), [0, 0, 1, 0], "of the two best, the first has 0.625 and reaches 0.6")


@case("A vocabulary of 50,000 is drawn from in time.", kind="scale", hidden=True)
def scale(task):
    rng = Random(1)
    logits = [rng.gauss(0, 3) for _ in range(50_000)]
    got = task.sample(logits, 0.8, 50, 0.95, rng)
    best = sorted(logits)[-50]
    that(logits[got] >= best, "one of the 50 best is expected", token=got)
