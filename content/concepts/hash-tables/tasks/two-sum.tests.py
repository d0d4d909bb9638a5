from random import Random

from cases import case, check, that


class Counted(int):
    """A number that counts what is asked of it."""

    asked = 0

    def _counted(operation):
        def asks(self, other):
            Counted.asked += 1
            return operation(self, other)

        return asks

    __add__, __radd__ = _counted(int.__add__), _counted(int.__radd__)
    __sub__, __rsub__ = _counted(int.__sub__), _counted(int.__rsub__)
    __eq__, __hash__ = _counted(int.__eq__), int.__hash__


def is_pair(numbers, target, got):
    """Whether it is what was asked for: two places in order, and their sum."""
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        return False
    i, j = got
    return 0 <= i < j < len(numbers) and numbers[i] + numbers[j] == target


@case("The example: 2 and 7 make 9.", judges=["complement"])
def example(task):
    check(task.two_sum, [2, 7, 11, 15], 9, gives=(0, 1))


@case("The pair may lie anywhere, negative numbers included.", judges=["complement"])
def anywhere(task):
    check(task.two_sum, [5, -3, 8, 4, 12], 1, gives=(1, 3))


@case("A number that is half the target is not paired with itself.", kind="edge", judges=["ask-then-store"])
def half(task):
    check(task.two_sum, [3, 5, 4], 6, gives=None)


@case("Two equal numbers at two places are a pair.", kind="edge", judges=["ask-then-store"])
def equal(task):
    check(task.two_sum, [3, 9, 3], 6, gives=(0, 2))


@case("Without a pair the answer is None, for an empty list as well.", kind="edge")
def none(task):
    check(task.two_sum, [1, 2, 4], 9, gives=None)
    check(task.two_sum, [], 0, gives=None)
    check(task.two_sum, [7], 14, gives=None)


@case("A partner at the very front counts.", kind="edge", hidden=True, judges=["complement"])
def front(task):
    check(task.two_sum, [0, 4, 1, 9], 9, gives=(0, 3))


@case("The list stays as it is.", kind="edge", hidden=True)
def stays(task):
    numbers = [9, 1, 8, 2, 7]
    task.two_sum(numbers, 15)
    that(numbers == [9, 1, 8, 2, 7], "the list was changed", numbers=numbers)


@case("It agrees with a search over all pairs.", kind="property", hidden=True, judges=["complement", "ask-then-store"])
def agrees(task):
    random = Random(0)
    for _ in range(300):
        numbers = [random.randint(-6, 6) for _ in range(random.randint(0, 7))]
        target = random.randint(-12, 12)
        pairs = {
            (i, j)
            for j in range(len(numbers))
            for i in range(j)
            if numbers[i] + numbers[j] == target
        }
        got = task.two_sum(list(numbers), target)
        right = got is None if not pairs else is_pair(numbers, target, got)
        that(right, "no pair, or not one of those that exist", numbers=numbers, target=target, got=got)


@case("With 2,000 numbers, each takes a few operations, not one for each pair.", kind="scale", judges=["complement"])
def scale(task):
    Counted.asked = 0
    got = task.two_sum([Counted(2 * number) for number in range(2_000)], 3_001)
    that(got is None, "even numbers have no odd sum", got=got)
    that(Counted.asked <= 20 * 2_000, "additions, subtractions and comparisons: too many", asked=Counted.asked)
