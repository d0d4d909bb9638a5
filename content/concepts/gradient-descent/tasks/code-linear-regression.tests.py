from random import Random

from cases import case, check, close, that


def drawn(seed, n, weights, noise):
    """Rows drawn at random, and targets of a linear function with noise."""
    random = Random(seed)
    X = [[random.gauss(0, 1) for _ in weights] for _ in range(n)]
    return X, [sum(u * v for u, v in zip(row, weights)) + random.gauss(0, noise) for row in X]


def closed_form(X, y, l2):
    """Solves (XᵀX/n + l2 I) w = Xᵀy/n by elimination."""
    n, columns = len(X), list(zip(*X))
    product = lambda a, b: sum(u * v for u, v in zip(a, b)) / n
    rows = [[product(a, b) + l2 * (i == j) for j, b in enumerate(columns)] + [product(a, y)] for i, a in enumerate(columns)]
    for i in range(len(rows)):
        pivot = [v / rows[i][i] for v in rows[i]]
        rows = [pivot if r == i else [u - row[i] * v for u, v in zip(row, pivot)] for r, row in enumerate(rows)]
    return [row[-1] for row in rows]


@case("One step on the whole batch goes against the mean gradient.", judges=["lin-gradient"])
def one_step(task):
    # From zero, the gradient is minus the mean of x times y: -5 and -6.
    check(task.fit, [[1.0, 2.0], [3.0, 2.0]], [1.0, 3.0], eta=0.1, batch=2, epochs=1, gives=[0.5, 0.4])


@case("On the whole batch it meets the closed form with the same penalty.", judges=["lin-gradient"])
def whole_batch(task):
    for l2 in (0.0, 0.3):
        X, y = drawn(1, 40, [1.0, -2.0, 0.5], 1.0)
        check(task.fit, X, y, eta=0.3, batch=40, l2=l2, tol=1e-9, gives=closed_form(X, y, l2), within=1e-6)


@case("Where a linear function fits all targets, batches find it: rows keep their targets.", judges=["lin-shuffle"])
def noiseless(task):
    X, y = drawn(2, 30, [3.0, -1.0], 0.0)
    check(task.fit, X, y, eta=0.2, batch=7, gives=[3.0, -1.0], within=1e-4)


@case("An epoch looks at every row once, those of the last short batch among them.", kind="edge", judges=["lin-shuffle"])
def every_row(task):
    one_each = lambda n: [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]
    check(task.fit, one_each(5), [1.0, 2.0, 3.0, 4.0, 5.0], eta=0.5, batch=1, epochs=1, gives=[0.5, 1.0, 1.5, 2.0, 2.5])
    got = task.fit(one_each(3), [6.0, 6.0, 6.0], eta=0.5, batch=2, epochs=1)
    that(all(v > 0 for v in got), "three rows in batches of two: each moves its own weight", w=got)


@case("The last, short batch is weighed like its penalty: equal rows end where the closed form is.", kind="edge",
      judges=["lin-gradient"])
def short_batch(task):
    check(task.fit, [[1.0]] * 7, [3.0] * 7, eta=0.3, batch=3, l2=0.5, gives=[2.0], within=1e-5)


@case("After the epoch that meets the tolerance it stops; otherwise at the cap.", kind="edge", judges=["lin-stop"])
def stops(task):
    X, y = [[1.0], [-1.0]], [2.0, -2.0]
    check(task.fit, X, y, eta=0.5, batch=2, epochs=50, tol=1e6, gives=[1.0])
    check(task.fit, X, y, eta=0.5, batch=2, epochs=3, tol=0.0, gives=[1.75])
    # With the penalty the gradient is 2w - 2: of length 1, 0.5, 0.25 after each epoch.
    [w] = task.fit(X, y, eta=0.25, batch=2, epochs=50, l2=1.0, tol=0.3)
    that(0.7 < w < 0.9, "the penalty is part of the gradient: it should stop before w is 0.9, on its way to 1", w=w)


@case("A batch without a gradient does not end it.", kind="edge", hidden=True, judges=["lin-stop"])
def quiet_batch(task):
    X = [[0.0, 0.0], [1.0, 0.0], [0.0, 0.0], [0.0, 1.0], [0.0, 0.0]]
    for seed in range(6):
        check(task.fit, X, [0.0, 2.0, 0.0, 3.0, 0.0], eta=0.5, batch=1, seed=seed, gives=[2.0, 3.0], within=1e-4)


@case("The order is drawn anew in each epoch, and the same seed draws the same.", kind="property", hidden=True,
      judges=["lin-shuffle"])
def new_orders(task):
    X, y = drawn(3, 9, [1.0, 1.0], 2.0)
    after = lambda epochs: task.fit(X, y, eta=0.2, batch=2, epochs=epochs, tol=0.0, seed=5)
    close(after(200), after(200), "two runs with one seed")
    moves = max(abs(u - v) for e in (200, 201, 202) for u, v in zip(after(e), after(e + 1)))
    that(moves > 1e-4, "with the rows in one order, every epoch ends at the same weights", moves=moves)


@case("Batches end near the closed form, on the floor that their noise keeps up.", kind="property", hidden=True,
      judges=["lin-gradient"])
def near(task):
    X, y = drawn(4, 101, [1.0, -2.0, 0.5], 1.0)
    for seed in (0, 1):
        got = task.fit(X, y, eta=0.01, batch=32, epochs=400, l2=0.3, seed=seed)
        close(got, closed_form(X, y, 0.3), f"101 rows in batches of 32, seed {seed}", within=0.04)


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    (X, y), before = drawn(5, 8, [1.0, 2.0], 1.0), drawn(5, 8, [1.0, 2.0], 1.0)
    task.fit(X, y, batch=3, epochs=2)
    that((X, y) == before, "X or y was changed", y=y)


@case("A thousand rows of ten numbers end in time.", kind="scale", hidden=True)
def scale(task):
    weights = [float(i) for i in range(10)]
    X, y = drawn(6, 1000, weights, 0.0)
    check(task.fit, X, y, eta=0.1, batch=20, epochs=10, gives=weights, within=1e-6)
