"""Hits of FIFO, LRU and LFU, and the most that any policy could have had."""

from collections import OrderedDict, defaultdict
from heapq import heappop, heappush
from random import Random

SLOTS, KEYS, READS = 500, 10_000, 60_000


def recency(reads: list[int], moves: bool) -> int:  # FIFO if a hit moves nothing
    kept, hits = OrderedDict[int, None](), 0
    for key in reads:
        hits += key in kept
        if key not in kept and len(kept) == SLOTS:
            kept.popitem(last=False)
        kept[key] = None
        if moves:
            kept.move_to_end(key)
    return hits


def lfu(reads: list[int]) -> int:
    """Counts uses while kept; of the least used, the least recent leaves."""
    uses, keys, least, hits = dict[int, int](), defaultdict(OrderedDict), 1, 0
    for key in reads:
        if count := uses.get(key, 0):
            del keys[count][key]
            least += count == least and not keys[count]
        else:
            if len(uses) == SLOTS:
                del uses[keys[least].popitem(last=False)[0]]
            least = 1
        hits += count > 0
        uses[key], keys[count + 1][key] = count + 1, None
    return hits


def optimum(reads: list[int]) -> int:
    """Belady's: the key leaves whose next use is furthest away."""
    heap, kept, later, following, hits = [], {}, {}, [READS] * READS, 0
    for at in reversed(range(READS)):
        following[at], later[reads[at]] = later.get(reads[at], READS), at
    for key, after in zip(reads, following, strict=True):
        hits += key in kept
        if key not in kept and len(kept) == SLOTS:
            while kept.get(heap[0][1]) != -heap[0][0]:
                heappop(heap)
            del kept[heappop(heap)[1]]
        kept[key] = after
        heappush(heap, (-after, key))
    return hits


zipf = Random(0).choices(range(KEYS), [1 / (1 + r) for r in range(KEYS)], k=READS)
turned = zipf[: READS // 2] + [KEYS - key for key in zipf[READS // 2 :]]
loop = [at % (SLOTS + 1) for at in range(READS)]
print("hits, %            FIFO    LRU    LFU   best")
for name, reads in ("Zipf", zipf), ("new favorites", turned), ("loop", loop):
    ran = recency(reads, False), recency(reads, True), lfu(reads), optimum(reads)
    print(f"{name:16}", *(f"{100 * hits / READS:6.1f}" for hits in ran))
