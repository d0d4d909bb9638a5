"""What the key width does to scores and to softmax, at initialization."""
import math
import random
import statistics

KEYS, TRIALS = 16, 1000


def softmax(scores: list[float]) -> list[float]:
    top = max(scores)
    exps = [math.exp(s - top) for s in scores]
    total = sum(exps)
    return [e / total for e in exps]


def measure(width: int, divisor: float, rng: random.Random) -> tuple[float, ...]:
    seen: list[float] = []
    largest: list[float] = []
    for _ in range(TRIALS):
        query = [rng.gauss(0, 1) for _ in range(width)]
        scores = [sum(q * rng.gauss(0, 1) for q in query) / divisor
                  for _ in range(KEYS)]
        seen += scores
        largest.append(max(softmax(scores)))
    stuck = statistics.fmean(w > 0.99 for w in largest)
    return statistics.pstdev(seen), statistics.fmean(largest), stuck


print(f"{KEYS} random keys, {TRIALS} queries a line")
print(" d_k  divisor  score sd top weight above 0.99")
for width in (4, 64, 256):
    for name, divisor in (("1", 1.0), ("sqrt d_k", math.sqrt(width)),
                          ("d_k", float(width))):
        deviation, top, stuck = measure(width, divisor, random.Random(7))
        print(f"{width:>4}  {name:<8} {deviation:>8.2f} "
              f"{top:>10.3f} {stuck:>10.1%}")
