from random import Random

from cases import case, check, close


@case("The second value meets the first half way.", judges=["{{criterion}}"])
def second_value(task):
    check(task.update, 2.0, 1, 4.0, gives=3.0)


@case("A value at the mean changes nothing.")
def at_the_mean(task):
    check(task.update, 3.0, 5, 3.0, gives=3.0)


@case("The first value is its own mean.", kind="edge")
def first_value(task):
    check(task.update, 0.0, 0, 6.0, gives=6.0)


@case("After each value it is their sum by their number.", kind="property", hidden=True, judges=["{{criterion}}"])
def sum_by_number(task):
    draw = Random(7)
    values = [draw.gauss(3.0, 2.0) for _ in range(50)]
    mean = 0.0
    for count, value in enumerate(values):
        mean = task.update(mean, count, value)
        close(mean, sum(values[: count + 1]) / (count + 1), f"after {count + 1} values", within=1e-9)


@case("A hundred thousand updates end in time.", kind="scale", hidden=True)
def many(task):
    mean = 0.0
    for count in range(100_000):
        mean = task.update(mean, count, 1.0)
    close(mean, 1.0)
