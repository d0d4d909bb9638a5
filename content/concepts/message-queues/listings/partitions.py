"""Ten accounts, three partitions, consumers of different speed: who keeps order?"""

import zlib
from collections import defaultdict

ACCOUNTS, CHANGES = 10, 60
Message = tuple[str, int]  # an account, and the number of its change


def by_key(message: Message, sent: int, partitions: int) -> int:
    return zlib.crc32(message[0].encode()) % partitions


def in_turn(message: Message, sent: int, partitions: int) -> int:
    return sent % partitions


def produce(place, grow_at: int) -> dict[int, list[Message]]:
    """The logs of all partitions; from `grow_at` on there is one more."""
    logs: dict[int, list[Message]] = defaultdict(list)
    for sent in range(ACCOUNTS * CHANGES):
        message = (f"account-{sent % ACCOUNTS}", sent // ACCOUNTS)
        logs[place(message, sent, 3 if sent < grow_at else 4)].append(message)
    return logs


def consume(logs: dict[int, list[Message]]) -> list[Message]:
    """One consumer for each partition; the slowest takes three times as long."""
    took = {partition: 1 + partition % 3 for partition in logs}
    ends = [
        (took[partition] * (offset + 1), partition, message)
        for partition, log in logs.items()
        for offset, message in enumerate(log)
    ]
    return [message for _, _, message in sorted(ends)]


def out_of_order(seen: list[Message]) -> int:
    """Changes that came after a later change of the same account."""
    last: dict[str, int] = {}
    late = 0
    for account, number in seen:
        late += number < last.get(account, -1)
        last[account] = max(number, last.get(account, -1))
    return late


TOTAL = ACCOUNTS * CHANGES
for name, place, grow_at in (
    ("in turn", in_turn, TOTAL),
    ("by key", by_key, TOTAL),
    ("by key, a fourth partition half-way", by_key, TOTAL // 2),
):
    logs = produce(place, grow_at)
    lengths = [len(logs[partition]) for partition in sorted(logs)]
    late = out_of_order(consume(logs))
    print(f"{name:36} {lengths!s:22} {late:3} of {TOTAL} late")
