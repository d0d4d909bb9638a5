"""Skip-gram with negative sampling on three small texts, and analogies."""

from collections import Counter
from math import exp, sqrt
from random import Random

Vector = list[float]
DIM, K, STEP, EPOCHS, POWER = 10, 5, 0.1, 50, 0.75
ROLES = """man woman office car coat, king queen throne crown castle,
uncle aunt nephew garden cake, boy girl school toy homework,
actor actress stage film role""".split(",")
PAIRS = [tuple(role.split()[:2]) for role in ROLES]
ANALOGIES = [(a, b, c, d) for b, a in PAIRS for c, d in PAIRS if b != c]

def write(he: str, she: str, own: bool = False) -> list[list[str]]:
    """Such as: king says he his throne. With `own`, no two words share a thing."""
    return [
        [word, "says", *pronouns.split(), f"{word}-{thing}" if own else thing]
        for pair, role in zip(PAIRS, ROLES)
        for word, pronouns in zip(pair, (he, she))
        for thing in role.split()[2:]
    ]

def dot(a: Vector, b: Vector) -> float:
    return sum(x * y for x, y in zip(a, b))

def train(text: list[list[str]]) -> dict[str, Vector]:
    rng, counts = Random(0), Counter(word for line in text for word in line)
    words, noise = list(counts), [n**POWER for n in counts.values()]
    v = {word: [rng.uniform(-0.05, 0.05) for _ in range(DIM)] for word in words}
    u = {word: [0.0] * DIM for word in words}  # a second table, for contexts
    pairs = [(a, b) for s in text for a in s for b in s if a != b]
    for _ in range(EPOCHS):
        rng.shuffle(pairs)
        for center, context in pairs:
            grad, negatives = [0.0] * DIM, rng.choices(words, noise, k=K)
            for word, label in [(context, 1), *((word, 0) for word in negatives)]:
                error = label - 1 / (1 + exp(-dot(u[word], v[center])))
                for i in range(DIM):
                    grad[i] += STEP * error * u[word][i]
                    u[word][i] += STEP * error * v[center][i]
            v[center] = [x + g for x, g in zip(v[center], grad)]
    return v

print("answered, of 20  king, queen  inputs allowed  excluded  c alone")
HIS, HER, THEIR = "he his", "she her", "they their"
texts = write(HIS, HER), write(THEIR, THEIR), write(HIS, HER, own=True)
for name, text in zip(["both shared", "no gender", "own things"], texts):
    v = train(text)
    unit = {word: [x / sqrt(dot(a, a)) for x in a] for word, a in v.items()}
    right = [0, 0, 0]
    for a, b, c, answer in ANALOGIES:
        target = [x - y + z for x, y, z in zip(v[a], v[b], v[c])]
        rest = v.keys() - {a, b, c}
        tests = (target, v), (target, rest), (v[c], rest)
        for i, (of, among) in enumerate(tests):
            right[i] += answer == max(among, key=lambda word: dot(of, unit[word]))
    cosine = dot(unit["king"], unit["queen"])
    print(f"{name:15}  {cosine:11.2f}  {right[0]:14}  {right[1]:8}  {right[2]:7}")
