"""Maximum of each window of 100: by looking, heap, deque; each `<` is counted."""
from collections import deque
from heapq import heappop, heappush
from random import Random


class Counted(int):
    compared = 0
    def __lt__(self, other: int) -> bool:
        Counted.compared += 1
        return int(self) < int(other)


def by_looking(values: list[Counted], k: int) -> list[int]:
    result = []
    for end in range(k, len(values) + 1):
        best = values[end - k]
        for value in values[end - k + 1:end]:
            best = value if best < value else best
        result.append(best)
    return result


def by_heap(values: list[Counted], k: int) -> list[int]:
    """Items that left the window stay in the heap until they reach its top."""
    heap, result = [], []
    for right, value in enumerate(values):
        heappush(heap, (Counted(-value), right))
        while heap[0][1] <= right - k:
            heappop(heap)
        result.append(-heap[0][0])
    return result[k - 1:]


# region: deque
def by_deque(values: list[Counted], k: int) -> list[int]:
    kept: deque[int] = deque()  # indexes; their values do not rise
    result = []
    for right, value in enumerate(values):
        while kept and values[kept[-1]] < value:
            kept.pop()
        kept.append(right)
        if kept[0] <= right - k:
            kept.popleft()
        result.append(values[kept[0]])
    return result[k - 1:]
# endregion


N, K, rng = 10_000, 100, Random(3)
inputs = {"random": rng.sample(range(N), N), "rising": range(N),
          "falling": range(N, 0, -1)}
for name, numbers in inputs.items():
    values, costs, results = [Counted(x) for x in numbers], [], []
    for run in by_looking, by_heap, by_deque:
        Counted.compared = 0
        results.append(run(values, K))
        costs.append(f"{run.__name__} {Counted.compared:>7,}")
    alike = results[0] == results[1] == results[2]
    print(f"{name:8}", *costs, "alike" if alike else "not alike")
