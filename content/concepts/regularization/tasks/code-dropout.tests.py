from random import Random

from cases import case, check, close, raises, that


def ones(rows, columns):
    return [[1.0] * columns for _ in range(rows)]


def flat(rows):
    return [x for row in rows for x in row]


@case("At inference the input comes out as it is.", judges=["scales-kept"])
def inference(task):
    layer = task.Dropout(0.4, Random(0))
    check(layer.forward, [[1.0, -2.0], [0.5, 3.0]], False, gives=[[1.0, -2.0], [0.5, 3.0]])


@case("With p = 0 training changes nothing either.", kind="edge")
def keeps_all(task):
    layer = task.Dropout(0, Random(0))
    check(layer.forward, [[1.0, -2.0, 7.0]], True, gives=[[1.0, -2.0, 7.0]])


@case("In training an entry is 0 or divided by 1 - p.", judges=["scales-kept"])
def two_values(task):
    out = flat(task.Dropout(0.75, Random(1)).forward(ones(20, 20), True))
    for x in out:
        that(abs(x) < 1e-12 or abs(x - 4.0) < 1e-9, "with p = 0.75 a one becomes 0 or 4", got=x)


@case("A share p is dropped, and the mean stays.", kind="property", judges=["scales-kept"])
def share(task):
    out = flat(task.Dropout(0.3, Random(2)).forward(ones(100, 200), True))
    dropped, mean = sum(x == 0 for x in out) / len(out), sum(out) / len(out)
    that(abs(dropped - 0.3) < 0.02, "about 0.3 of the entries should be dropped", dropped=dropped)
    that(abs(mean - 1) < 0.03, "the mean of ones should stay near 1", mean=mean)


@case("The gradient is that of the pass that was made: same mask, same scaling.", judges=["reuses-mask"])
def same_mask(task):
    layer = task.Dropout(0.5, Random(3))
    out = layer.forward(ones(8, 16), True)
    close(layer.backward(ones(8, 16)), out, "the gradient of the sum of outputs, for an input of ones")


@case("After a pass at inference the gradient passes unchanged.", kind="edge", hidden=True, judges=["reuses-mask"])
def inference_gradient(task):
    layer = task.Dropout(0.5, Random(4))
    layer.forward(ones(2, 3), True)
    layer.forward(ones(2, 3), False)
    close(layer.backward([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "the gradient")


@case("Each pass draws a new mask, and each row has its own.", kind="property", hidden=True, judges=["fresh-each-call"])
def fresh(task):
    layer = task.Dropout(0.5, Random(5))
    first, second = layer.forward(ones(2, 64), True), layer.forward(ones(2, 64), True)
    that(first != second, "two passes in a row dropped the same entries")
    that(first[0] != first[1], "two rows of a batch dropped the same entries")


@case("A p outside of 0 to 1, or 1 itself, is refused.", kind="edge", hidden=True, judges=["edge-cases"])
def refused(task):
    for p in (1, 1.5, -0.1):
        raises(ValueError, task.Dropout, p, Random(0))


@case("What is given stays as it is.", kind="edge", hidden=True)
def arguments_stay(task):
    h, grad = ones(3, 5), ones(3, 5)
    layer = task.Dropout(0.5, Random(6))
    layer.forward(h, True)
    layer.backward(grad)
    that(h == ones(3, 5) and grad == ones(3, 5), "an argument was changed", h=h, grad=grad)


@case("A hundred thousand entries end in time.", kind="scale", hidden=True)
def scale(task):
    layer = task.Dropout(0.1, Random(7))
    out = layer.forward(ones(200, 500), True)
    that(len(out) == 200 and len(out[0]) == 500, "the shape should stay", rows=len(out), columns=len(out[0]))
