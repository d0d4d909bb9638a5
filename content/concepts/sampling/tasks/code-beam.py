"""Beam search with an end token and length normalization."""


def normalized(score, length, alpha):
    """The score that finished hypotheses are compared by; the end token counts."""
    return score / ((5 + length) / 6) ** alpha


def beam(step, width, alpha, end, limit):
    """Returns the best hypothesis, a tuple of tokens, and its log-probability.

    step: takes a prefix, a tuple of tokens, and returns the pairs (token,
        log-probability) that may follow; called at most `width` times a round.
    width: how many extensions are kept in a round, finished ones among them.
    end: the token that finishes a hypothesis, its last.
    limit: rounds at most; what is unfinished then counts as it stands.

    >>> beam(lambda prefix: [("end", 0.0)], 2, 0.6, "end", 10)
    (('end',), 0.0)
    """
    raise NotImplementedError
