"""Beam search with an end token and length normalization."""


def normalized(score, length, alpha):
    """The score that finished hypotheses are compared by; the end token counts."""
    return score / ((5 + length) / 6) ** alpha


def beam(step, width, alpha, end, limit):
    live, done = [((), 0.0)], []
    for _ in range(limit):
        grown = [
            (prefix + (token,), score + logp)
            for prefix, score in live
            for token, logp in step(prefix)
        ]
        kept = sorted(grown, key=lambda h: -h[1])[:width]
        done += [h for h in kept if h[0][-1] == end]
        live = [h for h in kept if h[0][-1] != end]
        if not live:
            break
    return max(done + live, key=lambda h: normalized(h[1], len(h[0]), alpha))
