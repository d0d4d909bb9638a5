import random

from cases import case, close, that


def started(task, *offsets):
    progress = task.Progress()
    for offset in offsets:
        progress.fetch(offset)
    return progress


@case("In order, each message moves the commit past itself.", judges=["next-offset"])
def in_order(task):
    progress = started(task, 0, 1, 2)
    close([progress.done(offset) for offset in (0, 1, 2)], [1, 2, 3], "to commit")
    close(progress.in_flight(), 0, "in flight")


@case("A later one waits for the first.", judges=["lowest-unfinished"])
def waits(task):
    progress = started(task, 4, 5, 6)
    close([progress.done(offset) for offset in (6, 5)], [None, None], "to commit")
    close(progress.in_flight(), 3, "in flight")
    close(progress.done(4), 7, "to commit, once the first is done")
    close(progress.in_flight(), 0, "in flight at the end")


@case("Only the unbroken run is committed.", judges=["lowest-unfinished"])
def run(task):
    progress = started(task, 0, 1, 2, 3)
    got = [progress.done(offset) for offset in (1, 3, 0, 2)]
    close(got, [None, None, 2, 4], "to commit")


@case("Gaps in the offsets hold nothing up.", kind="edge", judges=["gaps"])
def gaps(task):
    progress = started(task, 10, 13, 20)
    got = [progress.done(offset) for offset in (13, 10, 20)]
    close(got, [None, 14, 21], "to commit")


@case("Done twice changes nothing.", kind="edge", judges=["repeats"])
def twice(task):
    progress = started(task, 0, 1, 2)
    got = [progress.done(offset) for offset in (1, 1, 0, 0, 1)]
    close(got, [None, None, 2, None, None], "to commit")
    close(progress.in_flight(), 1, "in flight")


@case("What was never fetched changes nothing, nor is it remembered.", kind="edge",
      hidden=True, judges=["repeats"])
def unknown(task):
    progress = started(task, 5)
    close(progress.done(6), None, "to commit")
    progress.fetch(6)
    close(progress.done(5), 6, "to commit: 6 has only begun")
    close(progress.done(6), 7, "to commit")


@case("An offset that is fetched again, after a rebalance, is worked on again.",
      kind="edge", hidden=True, judges=["repeats"])
def again(task):
    progress = started(task, 0)
    close(progress.done(0), 1, "to commit")
    progress.fetch(0)
    close(progress.in_flight(), 1, "in flight")
    close(progress.done(0), 1, "to commit, the second time")


@case("Nothing unfinished is below the commit, and nothing finished is held back.",
      kind="property", hidden=True, judges=["lowest-unfinished", "gaps"])
def invariant(task):
    for seed in range(40):
        chance = random.Random(seed)
        offsets, at = [], 0
        for _ in range(30):
            at += chance.choice([1, 1, 1, 2, 5])
            offsets.append(at)
        progress = task.Progress()
        fetched, finished, committed = [], set(), 0
        left = list(offsets)
        while left or len(finished) < len(offsets):
            if left and (chance.random() < 0.5 or len(finished) == len(fetched)):
                fetched.append(left.pop(0))
                progress.fetch(fetched[-1])
                continue
            offset = chance.choice([one for one in fetched if one not in finished])
            finished.add(offset)
            run = []
            for one in fetched:
                if one not in finished:
                    break
                run.append(one)
            expected = run[-1] + 1 if run and run[-1] + 1 > committed else None
            close(progress.done(offset), expected, f"to commit, seed {seed}")
            committed = expected or committed
            flying = len(fetched) - len(run)
            close(progress.in_flight(), flying, f"in flight, seed {seed}")


@case("One slow message before 50,000 others is no scan each.", kind="scale",
      hidden=True, judges=["amortized"])
def large(task):
    progress = started(task, *range(50_000))
    for offset in range(49_999, 0, -1):
        if progress.done(offset) is not None:
            that(False, "something was committed before the first was done")
    close(progress.done(0), 50_000, "to commit at the end")
