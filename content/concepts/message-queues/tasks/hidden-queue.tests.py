import random

from cases import case, close, that


def body(got):
    return got and got[1]


def filled(task, *bodies, visible=30, tries=3):
    queue = task.Queue(visible, tries)
    for one in bodies:
        queue.send(one)
    return queue


@case("Messages come in the order sent, and an empty queue gives None.")
def in_order(task):
    queue = filled(task, "a", "b")
    close([body(queue.receive(now)) for now in range(3)], ["a", "b", None], "received")


@case("What was handed out is hidden until its time has passed.", judges=["hides"])
def hides(task):
    queue = filled(task, "a")
    queue.receive(0)
    got = [body(queue.receive(now)) for now in (1, 29.9, 30)]
    close(got, [None, None, "a"], "received")
    close([body(queue.receive(now)) for now in (59, 60)], [None, "a"], "hidden again")


@case("What is deleted does not come back.", judges=["hides"])
def deleted(task):
    queue = filled(task, "a", "b")
    receipt, _ = queue.receive(0)
    close(queue.delete(receipt), True, "deleted")
    close([body(queue.receive(now)) for now in (1, 31)], ["b", "b"], "received after")
    close(queue.delete(receipt), False, "deleted a second time")


@case("The receipt of a worker that was too slow deletes nothing.", kind="edge",
      judges=["stale-receipt"])
def stale(task):
    queue = filled(task, "a")
    slow, _ = queue.receive(0)
    quick, _ = queue.receive(30)
    that(slow != quick, "both have the same receipt", slow=slow, quick=quick)
    close(queue.delete(slow), False, "deleted by the slow one")
    close(body(queue.receive(60)), "a", "received after the second time passed")


@case("A receipt holds past its time, until the message is given again.", kind="edge",
      judges=["stale-receipt"])
def late(task):
    queue = filled(task, "a", "b")
    receipt, _ = queue.receive(0)
    close(queue.delete(receipt), True, "deleted late")
    close([body(queue.receive(now)) for now in (40, 41)], ["b", None], "received after")


@case("What comes back comes before what was sent later.", kind="edge")
def back_in_order(task):
    queue = filled(task, "a", "b", "c")
    queue.receive(0)
    queue.receive(10)
    got = [body(queue.receive(45)) for _ in range(3)]
    close(got, ["a", "b", "c"], "received")


@case("After so many tries it is dead, and the rest goes on.", judges=["dead-letters"])
def poison(task):
    queue = filled(task, "bad", "good", visible=10, tries=2)
    close([body(queue.receive(now)) for now in (0, 10)], ["bad", "bad"], "two tries")
    close(queue.dead, [], "dead while its last try may succeed")
    close(body(queue.receive(20)), "good", "received next")
    close(queue.dead, ["bad"], "dead letters")


@case("The last try may still succeed.", kind="edge", hidden=True,
      judges=["dead-letters"])
def last_try(task):
    queue = filled(task, "a", visible=10, tries=1)
    receipt, _ = queue.receive(0)
    close(queue.delete(receipt), True, "deleted after the last try")
    close(queue.receive(20), None, "received after")
    close(queue.dead, [], "dead letters")


class Slow:
    """Looks at all messages each time."""

    def __init__(self, visible, tries):
        self.visible, self.tries = visible, tries
        self.all, self.dead, self.given = [], [], 0

    def send(self, body):
        self.all.append([body, 0.0, 0, 0])

    def receive(self, now):
        for one in list(self.all):
            if one[1] > now:
                continue
            if one[2] == self.tries:
                self.all.remove(one)
                self.dead.append(one[0])
                continue
            self.given += 1
            one[1:] = [now + self.visible, one[2] + 1, self.given]
            return self.given, one[0]
        return None

    def delete(self, receipt):
        found = [one for one in self.all if one[3] == receipt]
        for one in found:
            self.all.remove(one)
        return bool(found)


@case("It agrees with a queue that looks at all messages.",
      kind="property", hidden=True,
      judges=["hides", "stale-receipt", "dead-letters"])
def agrees(task):
    for seed in range(30):
        chance = random.Random(seed)
        mine, slow = task.Queue(7, 2), Slow(7, 2)
        now, receipts = 0, []
        for step in range(80):
            now += chance.randrange(4)
            act = chance.randrange(4)
            if act == 0:
                mine.send(f"m{step}")
                slow.send(f"m{step}")
            elif act < 3 or not receipts:
                got, expected = mine.receive(now), slow.receive(now)
                close(body(got), body(expected), f"received at {now}, seed {seed}")
                if got and expected:
                    receipts.append((got[0], expected[0]))
            else:
                one = receipts.pop(chance.randrange(len(receipts)))
                close(mine.delete(one[0]), slow.delete(one[1]), f"deleted, seed {seed}")
        close(mine.dead, slow.dead, f"dead letters, seed {seed}")


@case("Twenty thousand messages are no scan each.", kind="scale", hidden=True,
      judges=["two-heaps"])
def large(task):
    queue = filled(task, *(str(n) for n in range(20_000)), visible=100_000)
    receipts = [queue.receive(now)[0] for now in range(20_000)]
    close(queue.receive(20_000), None, "received while all are hidden")
    close(sum(queue.delete(one) for one in reversed(receipts)), 20_000, "deleted")
    close(queue.receive(200_000), None, "received at the end")
