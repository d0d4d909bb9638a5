"""One file to 1,000 hosts: rounds until all have it, by who may send.

In a round a host sends one chunk at most, and receives one at most.
"""

import random

HOSTS, CHUNKS = 1_000, 100
SECONDS = 80 / CHUNKS  # a round; 100 GB at 10 Gbit/s take 80 s


def doubling() -> int:
    """Whole files: who has it all sends it all to one who has nothing."""
    have, rounds = 1, 0
    while have < HOSTS + 1:
        have, rounds = 2 * have, rounds + CHUNKS
    return rounds


def chain() -> int:
    """Each host passes a chunk on to the next in the round after it came."""
    return CHUNKS + (HOSTS - 1)


# region: swarm
def swarm() -> int:
    """Each host offers a chunk to random others, until one lacks it."""
    rng = random.Random(1)
    have = [(1 << CHUNKS) - 1] + [0] * HOSTS
    missing, rounds = HOSTS * CHUNKS, 0
    while missing:
        rounds += 1
        before, served = have[:], set[int]()
        senders = [host for host, chunks in enumerate(before) if chunks]
        rng.shuffle(senders)
        for sender in senders:
            for to in rng.choices(range(1, HOSTS + 1), k=4):
                useful = before[sender] & ~have[to]
                if useful and to not in served:
                    chunks = [at for at in range(CHUNKS) if useful >> at & 1]
                    have[to] |= 1 << rng.choice(chunks)
                    served.add(to)
                    missing -= 1
                    break
    return rounds
# endregion


print("               rounds  seconds")
for name, rounds in (
    ("source alone", HOSTS * CHUNKS),
    ("doubling", doubling()),
    ("chain", chain()),
    ("swarm", swarm()),
    ("best possible", CHUNKS + HOSTS.bit_length() - 1),
):
    print(f"{name:14}{rounds:7} {rounds * SECONDS:8.0f}")
