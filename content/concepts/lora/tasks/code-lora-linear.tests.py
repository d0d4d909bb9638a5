from random import Random

from cases import case, close, that


def matrix(random, rows, columns):
    return [[random.gauss(0, 1) for _ in range(columns)] for _ in range(rows)]


def plain(x, w, bias):
    return [[sum(a * b for a, b in zip(row, of)) + c for of, c in zip(w, bias)] for row in x]


def trained(task, d=5, k=7, r=3, alpha=12.0, seed=1):
    """A layer whose B is no longer zero, beside what it wraps, and some inputs."""
    random = Random(seed)
    w, bias, x = matrix(random, d, k), matrix(random, 1, d)[0], matrix(random, 4, k)
    layer = task.LoRALinear(w, bias, r, alpha, random)
    layer.B = matrix(random, d, r)
    return layer, w, bias, x


@case("A new layer gives what the wrapped one gives.", judges=["init-and-scale"])
def starts_at_base(task):
    random = Random(2)
    w, bias, x = matrix(random, 3, 4), [1.0, -1.0, 0.5], matrix(random, 2, 4)
    got = task.LoRALinear(w, bias, 2, 8.0, random).forward(x)
    close(got, plain(x, w, bias), "at step 0")


@case("With factors set by hand the update has its scale.", judges=["init-and-scale"])
def by_hand(task):
    layer = task.LoRALinear([[1.0, 2.0]], [0.5], 1, 2.0)
    layer.A, layer.B = [[1.0, 1.0]], [[3.0]]
    close(layer.forward([[1.0, 1.0]]), [[15.5]], "3.5 from the base, 2 · 3 · 2 from the adapter")


@case("At another rank the scale is alpha over r.", judges=["init-and-scale"])
def other_rank(task):
    layer = task.LoRALinear([[0.0, 0.0]], [0.0], 4, 2.0)
    layer.A, layer.B = [[1.0, 0.0]] * 4, [[1.0] * 4]
    close(layer.forward([[1.0, 5.0]]), [[2.0]], "four ones at alpha 2")


@case("A is random and of a fitting size: not zero, or B would never have a gradient.", kind="edge", judges=["init-and-scale"])
def random_down(task):
    layer = task.LoRALinear(matrix(Random(3), 8, 400), [0.0] * 8, 10, 10.0, Random(4))
    that(len(layer.A) == 10 and len(layer.A[0]) == 400, "A has r rows of k numbers", rows=len(layer.A))
    spread = (sum(a * a for row in layer.A for a in row) / 4000) ** 0.5
    that(0.03 < spread < 0.08, "entries of about 1 / sqrt(400) = 0.05 are expected", spread=spread)


@case("The merged weight gives the outputs of the layer, with B no longer zero.", kind="property", judges=["tests-three", "init-and-scale"])
def merge_agrees(task):
    layer, _, _, x = trained(task)
    close(plain(x, *layer.merged()), layer.forward(x), "merged and unmerged", within=1e-9)


@case("Merging twice gives the same, and what was wrapped stays as it is.", kind="property", hidden=True, judges=["freezes-base", "merge-once"])
def merge_leaves_base(task):
    layer, w, bias, _ = trained(task)
    before = [list(row) for row in w], list(bias)
    first = layer.merged()
    close(layer.merged(), first, "merged a second time")
    that((w, bias) == before, "the wrapped weight or bias was changed")


class Counted(float):
    """A number that counts the products that it takes part in."""

    products = 0

    def __mul__(self, other):
        Counted.products += 1
        return float(self) * other

    __rmul__ = __mul__


@case("One input meets each number of A about once: the product BA is not formed for it.", kind="scale", hidden=True, judges=["order-of-products"])
def wide(task):
    random = Random(5)
    layer = task.LoRALinear(matrix(random, 60, 50), [0.0] * 60, 2, 2.0, random)
    layer.A = [[Counted(a) for a in row] for row in matrix(random, 2, 50)]
    layer.B = matrix(random, 60, 2)
    Counted.products = 0
    layer.forward([[1.0] * 50])
    that(Counted.products <= 300, "A has 100 numbers, and BA takes 6,000 products with them", products=Counted.products)
