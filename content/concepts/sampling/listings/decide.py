"""Three tasks: the most likely sequence wins one and loses two to sampling."""
import math
import random
from collections import Counter, defaultdict

rng = random.Random(0)

# One right string of 10 tokens; the model gives each right token 0.6.
runs = 10_000
hits = sum(all(rng.random() < 0.6 for _ in range(10)) for _ in range(runs))
print("one right string: the most likely one is right,")
print(f"  a sample in {hits / runs:.3f} of runs (0.6^10 = {0.6**10:.3f})")

# The likeliest line of reasoning (0.3) ends in 17; 14 others, 0.05 each, in 12.
answers, weights = zip(*[("17", 0.3)] + [("12", 0.05)] * 14)
print("many paths: most likely path says", answers[weights.index(max(weights))])
for n in (1, 5, 15):
    right = sum(
        math.comb(n, k) * 0.7**k * 0.3 ** (n - k) for k in range(n // 2 + 1, n + 1)
    )
    votes = [rng.choices(answers, weights, k=n).count("12") for _ in range(runs)]
    won = sum(vote > n / 2 for vote in votes) / runs
    print(f"  majority of {n:2} says 12: {right:.3f}, {won:.3f} of {runs} runs")

# Open text: a model of which word follows which, counted on four sentences.
text = """the model reads the text and the model gives each word a score .
a draw from the scores is a word . the word joins the text and the loop goes on .
the likeliest word is safe . a rare word is a risk and a rare word is news ."""
follows: defaultdict[str, Counter[str]] = defaultdict(Counter)
words = text.split()
for word, following in zip(words, words[1:]):
    follows[word][following] += 1


def beam(width: int) -> list[str]:
    live = [(0.0, ["the"])]
    for _ in range(199):
        live = sorted(
            (bits - math.log2(n / follows[line[-1]].total()), [*line, word])
            for bits, line in live for word, n in follows[line[-1]].items()
        )[:width]
    return live[0][1]


def draw() -> list[str]:
    line = ["the"]
    while len(line) < 200:
        line += rng.choices(*zip(*follows[line[-1]].items()))
    return line


for name, line in (("greedy", beam(1)), ("beam of 5", beam(5)), ("sample", draw())):
    shares = [follows[a][b] / follows[a].total() for a, b in zip(line, line[1:])]
    bits = -sum(map(math.log2, shares)) / len(shares)
    print(f"{name}: {len(set(line))} of {len(follows)} words, {bits:.2f} bits each")
    print("  ", *line[:13])
