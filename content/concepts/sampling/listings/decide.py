"""Three tasks: the most likely sequence wins one and loses two to sampling."""
import math
import random
from collections import Counter, defaultdict

rng = random.Random(0)

# region: one-right
# One right string of 10 tokens; the model gives each right token 0.6.
runs = 10_000
hits = sum(all(rng.random() < 0.6 for _ in range(10)) for _ in range(runs))
print("one right string: the most likely one is right,")
print(f"  a sample in {hits / runs:.3f} of runs (0.6^10 = {0.6**10:.3f})")
# endregion

# region: many-paths
# The likeliest line of reasoning (0.3) ends in 17; 14 others, 0.05 each, in 12.
paths = [(0.3, "17")] + [(0.05, "12")] * 14
print("many paths: most likely path says", max(paths)[1])
for n in (1, 5, 15):
    right = sum(
        math.comb(n, k) * 0.7**k * 0.3 ** (n - k) for k in range(n // 2 + 1, n + 1)
    )
    votes = [
        Counter(rng.choices([a for _, a in paths], [p for p, _ in paths], k=n))
        for _ in range(runs)
    ]
    won = sum(vote["12"] > vote["17"] for vote in votes) / runs
    print(f"  majority of {n:2} says 12: {right:.3f}, {won:.3f} of {runs} runs")
# endregion

# region: open-text
# Open text: a model of which word follows which, counted on four sentences.
text = """the model reads the text and the model gives each word a score .
a draw from the scores is a word . the word joins the text and the loop goes on .
the likeliest word is safe . a rare word is a risk and a rare word is news ."""
follows: defaultdict[str, Counter[str]] = defaultdict(Counter)
words = text.split()
for word, following in zip(words, words[1:]):
    follows[word][following] += 1


def write(choose, length: int = 2000) -> tuple[list[str], float]:
    written, bits = ["the"], 0.0
    while len(written) < length:
        counts = follows[written[-1]]
        written.append(choose(counts))
        bits -= math.log2(counts[written[-1]] / counts.total())
    return written, bits / (length - 1)


def draw(counts: Counter[str]) -> str:
    return rng.choices(list(counts), list(counts.values()))[0]


for name, choose in (("greedy", lambda c: max(c, key=c.get)), ("sample", draw)):
    written, bits = write(choose)
    print(f"{name}: {len(set(written))} of {len(set(words))} words,", end=" ")
    print(f"{bits:.2f} bits a word:", *written[:8])
# endregion
