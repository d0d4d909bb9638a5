import math
from random import Random

from cases import case, check, close, that

END = "."


def of(table):
    """A step function from a table of prefixes; what is not in it ends."""
    return lambda prefix: [(token, math.log(p)) for token, p in table.get("".join(prefix), [(END, 1.0)])]


GARDEN = of({"": [("a", 0.5), ("b", 0.4)], "a": [("x", 0.4), ("y", 0.3)], "b": [("x", 0.9)]})
SHORT = of({"": [("w", 0.6), (END, 0.3)], **{"w" * n: [("w", 0.85)] for n in range(1, 8)}, "w" * 8: [(END, 0.85)]})


def random_model(seed):
    """Three tokens and an end, whose probabilities depend on the whole prefix."""

    def step(prefix):
        rng = Random(f"{seed}{''.join(prefix)}")
        weights = [rng.random() + 0.05 for _ in range(4)]
        return [(token, math.log(w / sum(weights))) for token, w in zip("abc" + END, weights)]

    return step


def all_texts(step, limit):
    """Every hypothesis that ended, or that is `limit` tokens long."""
    live, done = [((), 0.0)], []
    for _ in range(limit):
        live = [(prefix + (token,), score + logp) for prefix, score in live for token, logp in step(prefix)]
        done += [h for h in live if h[0][-1] == END]
        live = [h for h in live if h[0][-1] != END]
    return done + live


@case("A width of 1 is greedy, and misses the better branch.")
def greedy(task):
    check(task.beam, GARDEN, 1, 0.0, END, 5, gives=(("a", "x", END), math.log(0.2)))


@case("A width of 2 keeps both branches and finds the better one.", judges=["sums-logs"])
def two(task):
    check(task.beam, GARDEN, 2, 0.0, END, 5, gives=(("b", "x", END), math.log(0.36)))


@case("A short text that ends first loses to a longer one with a better normalized score.",
      judges=["sets-finished-aside", "normalizes-length"])
def short_text(task):
    long = (("w",) * 8 + (END,), math.log(0.6 * 0.85**8))
    check(task.beam, SHORT, 2, 1.0, END, 20, gives=long)


@case("Without normalization the short text wins.", kind="edge")
def no_alpha(task):
    check(task.beam, SHORT, 2, 0.0, END, 20, gives=((END,), math.log(0.3)))


@case("What is unfinished at the limit counts as it stands.", kind="edge")
def limit(task):
    check(task.beam, SHORT, 2, 1.0, END, 3, gives=(("w",) * 3, math.log(0.6 * 0.85**2)))


@case("A step function is never asked about a prefix that ended.", kind="edge", judges=["sets-finished-aside"])
def ended(task):
    asked = []

    def step(prefix):
        asked.append(prefix)
        return random_model(3)(prefix)

    task.beam(step, 3, 0.6, END, 6)
    that(not any(END in prefix for prefix in asked), "a finished hypothesis was extended", asked=[p for p in asked if END in p][:3])


@case("With room for all prefixes it agrees with a search over all texts.", kind="property", hidden=True,
      judges=["sums-logs"])
def exhaustive(task):
    for seed in range(8):
        step = random_model(seed)
        for alpha in (0.0, 0.6):
            text, score = max(all_texts(step, 3), key=lambda h: h[1] / ((5 + len(h[0])) / 6) ** alpha)
            close(task.beam(step, 200, alpha, END, 3), (text, score), f"model {seed}, alpha {alpha}")


@case("The model is called at most width times a round.", kind="property", hidden=True, judges=["sums-logs"])
def calls(task):
    counts = {}

    def step(prefix):
        counts[len(prefix)] = counts.get(len(prefix), 0) + 1
        return random_model(5)(prefix)

    task.beam(step, 3, 0.6, END, 6)
    that(max(counts.values()) <= 3, "more prefixes than the width were extended", calls=counts)


@case("Two thousand tokens get a finite score.", kind="scale", hidden=True, judges=["sums-logs"])
def scale(task):
    text, score = task.beam(lambda prefix: [("w", math.log(0.5)), ("v", math.log(0.4))], 1, 0.0, END, 2000)
    close((len(text), score), (2000, 2000 * math.log(0.5)), "a text of 2,000 tokens", within=1e-6)
