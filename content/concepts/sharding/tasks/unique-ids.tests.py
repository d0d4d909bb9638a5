from random import Random

from cases import case, close, raises, that


def clock_of(*times):
    """Each call gives the next time since the epoch, the last one for some more calls."""
    left = list(times)
    calls = [0]

    def clock():
        calls[0] += 1
        that(calls[0] < 100_000, "the clock is asked without end")
        return 1_700_000_000_000 + (left.pop(0) if len(left) > 1 else left[0])

    return clock


def parts(made):
    return [made >> 22, made >> 12 & 1023, made & 4095]


def ids_of(task, machine, *times):
    return task.Ids(machine, clock_of(*times))


@case("Time, machine and sequence stand in their bits.", judges=["packs-bits"])
def packs(task):
    ids = ids_of(task, 3, 1, 1, 7)
    close([parts(ids.next()) for _ in range(3)], [[1, 3, 0], [1, 3, 1], [7, 3, 0]], "times 1, 1, 7 on machine 3")


@case("The whole of all bits is what the layout says.", judges=["packs-bits"])
def whole(task):
    ids = ids_of(task, 1023, 2**41 - 1)
    close(ids.next(), (2**41 - 1 << 22) + (1023 << 12), "the last millisecond on the last machine")


@case("The sequence begins anew in each millisecond.", judges=["sequence-resets"])
def resets(task):
    ids = ids_of(task, 0, 5, 5, 5, 6, 6, 9)
    close([parts(ids.next())[2] for _ in range(6)], [0, 1, 2, 0, 1, 0], "sequences at times 5 5 5 6 6 9")


@case("After 4,096 ids it waits for the next millisecond.", judges=["sequence-resets"])
def used_up(task):
    ids = ids_of(task, 1, *[10] * 4096, 10, 10, 10, 13)
    made = [ids.next() for _ in range(4097)]
    close(parts(made[4095]), [10, 1, 4095], "the 4,096th id")
    close(parts(made[4096]), [13, 1, 0], "the 4,097th id, where the clock goes from 10 to 13")


@case("A clock that went back a little is waited for.", judges=["clock-back"])
def small_step_back(task):
    ids = ids_of(task, 2, 20, 15, 17, 19, 20, 21)
    made = [parts(ids.next()) for _ in range(3)]
    close(made, [[20, 2, 0], [20, 2, 1], [21, 2, 0]], "times 20, then 15 17 19 20, then 21")


@case("A clock that went back by more than 5 ms is refused, and nothing is lost by it.", judges=["clock-back"])
def large_step_back(task):
    ids = ids_of(task, 2, 20, 14, 20)
    ids.next()
    raises(RuntimeError, ids.next)
    close(parts(ids.next()), [20, 2, 1], "the id after the clock has come back to 20")


@case("A machine needs ten bits at most.", kind="edge")
def machines(task):
    for machine in (-1, 1024):
        raises(ValueError, task.Ids, machine, clock_of(1))
    close(parts(ids_of(task, 0, 0).next()), [0, 0, 0], "the first id there can be")


@case("A clock that goes back while a full millisecond waits does not end the wait.", kind="edge", hidden=True,
      judges=["sequence-resets", "clock-back"])
def back_while_full(task):
    ids = ids_of(task, 0, *[30] * 4096, 30, 28, 29, 30, 31)
    close(parts([ids.next() for _ in range(4097)][-1]), [31, 0, 0], "the 4,097th id at 30, then 28 29 30 31")


@case("Two generators side by side count for themselves.", kind="edge", hidden=True, judges=["sequence-resets"])
def side_by_side(task):
    first, second = ids_of(task, 1, 8), ids_of(task, 2, 8)
    made = [parts(ids.next()) for ids in (first, second, first, second)]
    close(made, [[8, 1, 0], [8, 2, 0], [8, 1, 1], [8, 2, 1]], "machines 1, 2, 1, 2 at time 8")


@case("On trembling clocks all ids rise and differ, on several machines.", kind="property", hidden=True,
      judges=["sequence-resets", "clock-back"])
def rise(task):
    random, seen = Random(2), set()
    for machine in range(3):
        times, now = [], 100
        for _ in range(3000):
            now += random.choice((0, 0, 0, 1, 1, -1))
            times.append(max(now, 0))
        ids = ids_of(task, machine, *times, now + 50)
        made = []
        for _ in range(1500):
            try:
                made.append(ids.next())
            except RuntimeError:
                continue
        close(made, sorted(set(made)), f"ids of machine {machine}")
        close(len(seen & set(made)), 0, "ids that another machine made, too")
        seen |= set(made)
