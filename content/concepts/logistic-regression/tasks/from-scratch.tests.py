from math import exp, log
from random import Random

from cases import case, check, close, raises, that

# One yes of four at 0, three of four at 1.
X, Y = [[0.0]] * 4 + [[1.0]] * 4, [1, 0, 0, 0, 1, 1, 1, 0]


def drawn(rows, weights, seed):
    """Rows of standard normal features, and labels drawn from the model with these weights, the intercept first."""
    random = Random(seed)
    x = [[random.gauss(0, 1) for _ in weights[1:]] for _ in range(rows)]
    odds = [exp(weights[0] + sum(w * value for w, value in zip(weights[1:], row))) for row in x]
    return x, [int(random.random() < o / (1 + o)) for o in odds]


def slopes(x, y, theta, l2):
    """The gradient of the penalized mean loss, each entry by a central difference of the loss."""

    def loss(at):
        scores = [at[0] + sum(w * value for w, value in zip(at[1:], row)) for row in x]
        each = [log(1 + exp(z)) - label * z for z, label in zip(scores, y)]
        return sum(each) / len(y) + l2 / 2 * sum(w * w for w in at[1:])

    def moved(i, h):
        return [t + h * (i == j) for j, t in enumerate(theta)]

    return [(loss(moved(i, 1e-4)) - loss(moved(i, -1e-4))) / 2e-4 for i in range(len(theta))]


@case("One yes of four at 0 and three of four at 1 have the weight ln 9 and the intercept −ln 3.",
      judges=["gradient-vectorized"])
def closed_form(task):
    check(task.fit, X, Y, gives=[-log(3), 2 * log(3)], within=1e-4)


@case("The probabilities of these weights are 1/4 and 3/4.")
def probabilities(task):
    check(task.predict, [[0.0], [1.0]], [-log(3), 2 * log(3)], gives=[0.25, 0.75])


@case("With a penalty the weight shrinks, and the mean prediction stays the share of yes.", judges=["free-intercept"])
def free_intercept(task):
    x, y = [[-2.0], [-1.0], [0.0], [1.0], [2.0]], [0, 0, 0, 1, 0]
    theta = task.fit(x, y, l2=0.5)
    close(sum(task.predict(x, theta)) / 5, 0.2, "the mean prediction, with one yes of five and l2 = 0.5", within=1e-5)
    that(0 < theta[1] < task.fit(x, y)[1], "a smaller weight than without a penalty is expected", theta=theta)


@case("Scores of ±1,000 are predicted as 1 and 0.", kind="edge", judges=["stable-sigmoid"])
def far_scores(task):
    check(task.predict, [[1000.0], [-1000.0]], [0.0, 1.0], gives=[1.0, 0.0])


@case("A feature measured in fifteenths gets a fifteenth of the weight.", kind="edge", judges=["stops-and-steps"])
def other_unit(task):
    wide = [[15 * value for value in row] for row in X]
    check(task.fit, wide, Y, steps=20_000, gives=[-log(3), 2 * log(3) / 15], within=1e-4)


@case("A strong penalty holds the weight near 0, and the steps still settle.", kind="edge", judges=["stops-and-steps"])
def strong_penalty(task):
    theta = task.fit(X, Y, l2=20.0)
    close(slopes(X, Y, theta, 20.0), [0.0, 0.0], "the gradient at the result, with l2 = 20", within=2e-6)


@case("Labels that a threshold separates settle under a penalty; without one the cap on steps ends the fit.", kind="edge", hidden=True,
      judges=["stops-and-steps"])
def separable(task):
    x, y = [[-2.0], [-1.0], [1.0], [2.0]], [0, 0, 1, 1]
    close(slopes(x, y, task.fit(x, y, l2=0.1), 0.1), [0.0, 0.0], "the gradient at the result, with l2 = 0.1", within=2e-6)
    raises(RuntimeError, task.fit, x, y, tol=1e-6, steps=10)


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    x, y, theta = [[0.0], [0.0], [1.0], [1.0]], [0, 1, 1, 0], [0.5, 1.0]
    task.fit(x, y)
    task.predict(x, theta)
    that((x, y, theta) == ([[0.0], [0.0], [1.0], [1.0]], [0, 1, 1, 0], [0.5, 1.0]),
         "the rows, the labels or the weights were changed", x=x, y=y, theta=theta)


@case("At the result the slope of the penalized mean loss is 0 in every entry.", kind="property", hidden=True,
      judges=["gradient-vectorized", "free-intercept"])
def optimum(task):
    x, y = drawn(60, [-1.0, 1.0, -0.5, 0.0], seed=0)
    for l2 in (0.0, 0.02, 1.0):
        theta = task.fit(x, y, l2=l2)
        close(slopes(x, y, theta, l2), [0.0] * 4, f"the gradient at the result, with l2 = {l2}", within=2e-6)


@case("Adding 2 to a feature moves the intercept alone, also under a penalty.", kind="property", hidden=True,
      judges=["free-intercept"])
def moved_feature(task):
    x, y = drawn(40, [0.5, 1.0, -1.0], seed=1)
    b, v, w = task.fit(x, y, l2=0.1)
    got = task.fit([[first + 2.0, second] for first, second in x], y, l2=0.1)
    close(got, [b - 2 * v, v, w], "after 2 was added to the first feature", within=5e-4)


@case("Four hundred rows of six features end in time.", kind="scale", hidden=True)
def scale(task):
    x, y = drawn(400, [-0.5, 1.0, -1.0, 0.5, 0.0, 0.25, -0.25], seed=2)
    theta = task.fit(x, y, l2=0.01, tol=1e-4, steps=2_000)
    close(sum(task.predict(x, theta)) / 400, sum(y) / 400, "the mean prediction", within=2e-4)
