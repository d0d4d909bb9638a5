"""Unigram LM: EM over all segmentations, pruning, Viterbi."""
from math import inf, log

WORDS = {"pen": 6, "ten": 5, "hen": 4, "the": 9}
Model = dict[str, float]


def arcs(word: str, p: Model) -> list[tuple[int, int, str]]:
    return [(i, j, word[i:j]) for j in range(1, len(word) + 1)
            for i in range(j) if word[i:j] in p]


def em_step(p: Model) -> tuple[Model, float]:
    """Expected counts by forward and backward sums; returns the new p."""
    count, loglik = dict.fromkeys(p, 0.01), 0.0  # 0.01: no piece dies
    for word, f in WORDS.items():
        n, lattice = len(word), arcs(word, p)
        forward, backward = [1.0] + [0.0] * n, [0.0] * n + [1.0]
        for i, j, s in lattice:
            forward[j] += forward[i] * p[s]
        for i, j, s in reversed(lattice):
            backward[i] += p[s] * backward[j]
        for i, j, s in lattice:
            count[s] += f * forward[i] * p[s] * backward[j] / forward[n]
        loglik += f * log(forward[n])
    total = sum(count.values())
    return {s: c / total for s, c in count.items()}, loglik


def viterbi(word: str, p: Model) -> tuple[list[str], float]:
    best = [([], 0.0)] + [([], -inf)] * len(word)
    for i, j, s in arcs(word, p):
        score = best[i][1] + log(p[s])
        if score > best[j][1]:
            best[j] = (best[i][0] + [s], score)
    return best[-1]


def prune(p: Model, keep: int) -> Model:
    """Drop the pieces that the rest can spell at the smallest loss."""
    def loss(s: str) -> float:
        rest = {t: q for t, q in p.items() if t != s}
        return inf if len(s) == 1 else p[s] * (log(p[s]) - viterbi(s, rest)[1])
    return {s: p[s] for s in sorted(p, key=lambda s: (-loss(s), s))[:keep]}


seed = sorted({w[i:j] for w in WORDS for i in range(3) for j in range(i + 1, 4)})
p: Model = {s: 1 / len(seed) for s in seed}
for keep in (len(seed), 9, 8):
    p = prune(p, keep)
    before = em_step(p)[1]
    for _ in range(8):
        p, loglik = em_step(p)
    print(f"{len(p)} pieces, log-likelihood {before:.2f} to {loglik:.2f}:", *p)
    print("   then ->", *viterbi("then", p)[0], " hen ->", *viterbi("hen", p)[0])
