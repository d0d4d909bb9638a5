"""One message that always fails, in the middle of a partition: who waits for it?"""

import random

RATE, WORK, POISON = 10, 0.05, 100  # a second; seconds; number of the bad message
BASE, MOST, SECONDS = 0.2, 5.0, 60


def pause(failed: int, chance: random.Random) -> float:
    """Full jitter: anything up to a bound that doubles."""
    return chance.uniform(0, min(MOST, BASE * 2**failed))


def run(tries: int, aside: bool) -> tuple[int, int, float, list[int]]:
    """Good messages done, attempts at the bad one, longest wait, dead letters."""
    chance = random.Random(1)
    clock = longest = 0.0
    done = failed = 0
    dead = []
    for number in range(RATE * SECONDS):
        came = number / RATE
        clock = max(clock, came)
        if number != POISON:
            clock += WORK
            longest = max(longest, min(clock, SECONDS) - came)
            done += clock < SECONDS
            continue
        due = clock  # when the next attempt begins
        while failed < tries and due < SECONDS:
            failed += 1
            due += WORK + (pause(failed, chance) if failed < tries else 0)
        if failed == tries:
            dead.append(number)
        clock = clock + WORK if aside else due
    return done, failed, longest, dead


print("policy                     done  attempts  longest wait  dead letters")
for name, tries, aside in (
    ("again for ever, in place", 10**9, False),
    ("5 tries in place", 5, False),
    ("5 tries, in a retry topic", 5, True),
):
    done, attempts, longest, dead = run(tries, aside)
    print(f"{name:25} {done:5} {attempts:9} {longest:11.2f} s {dead!s:>13}")
