"""Longest run without a repeat: a window against every start, work counted."""
from random import Random


def every_start(text: str) -> tuple[int, int]:
    """Best length, and items looked at: each start goes on to its first repeat."""
    best = checks = 0
    for start in range(len(text)):
        seen: set[str] = set()
        for at in range(start, len(text)):
            checks += 1
            if text[at] in seen:
                break
            seen.add(text[at])
        best = max(best, len(seen))
    return best, checks


# region: window
def window(text: str) -> tuple[int, int]:
    """Best length, and moves of the two ends."""
    inside: set[str] = set()
    left = best = moves = 0
    for right, item in enumerate(text):
        while item in inside:
            inside.discard(text[left])
            left += 1
            moves += 1
        inside.add(item)
        moves += 1
        best = max(best, right - left + 1)
    return best, moves
# endregion


def jump(text: str) -> int:
    """Best length; the left end jumps past the last place of the repeated item."""
    last: dict[str, int] = {}
    left = best = 0
    for right, item in enumerate(text):
        left = max(left, last.get(item, -1) + 1)
        last[item] = right
        best = max(best, right - left + 1)
    return best


N, rng = 2000, Random(1)
texts = {"all distinct": "".join(chr(0x4E00 + i) for i in range(N)),
         "all the same": "a" * N,
         "26 letters": "".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=N))}
print(f"{N:,} items     longest     checks  moves")
for name, text in texts.items():
    (best, checks), (_, moves) = every_start(text), window(text)
    print(f"{name:14} {best:8,} {checks:10,} {moves:6,}")

short = ["".join(rng.choices("abcd", k=rng.randrange(12))) for _ in range(3000)]
for name, run in ("window", lambda text: window(text)[0]), ("jump", jump):
    right = sum(run(text) == every_start(text)[0] for text in short)
    print(f"{name} agrees with every start on {right:,} of {len(short):,} texts")
