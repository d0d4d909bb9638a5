"""One token, drawn after a temperature, top-k and top-p."""
import math
from random import Random


def sample(logits, temperature, k, p, rng: Random):
    """Returns the number of the token that is drawn.

    logits: a list of V scores, in the order of the token numbers.
    temperature: divides the logits first; at 0 the largest logit is taken.
    k, p: then the k best are kept, and of their renormalized probabilities the
        smallest set from the top whose mass reaches p.
    rng: what draws; `rng.choices` and `rng.random` may be used.

    >>> sample([0.0, 9.0, 1.0], 1.0, 3, 0.9, Random(0))
    1
    """
    raise NotImplementedError
