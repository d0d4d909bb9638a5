"""The DPO loss of a batch of pairs, on plain lists."""
from math import exp, log, log1p

Logits = list[list[list[float]]]


def dpo_loss(
    policy_logits: Logits,
    ref_logits: Logits,
    tokens: list[list[int]],
    answer_mask: list[list[int]],
    beta: float,
) -> tuple[float, float]:
    """Returns the mean loss, and the share of pairs whose margin is above 0.

    policy_logits, ref_logits: 2b texts x n positions x V numbers, of any size; the
        chosen answers, then the rejected ones of the same prompts, in one order.
    tokens: 2b x n token numbers. The logits at position t predict token t + 1.
    answer_mask: 2b x n; 1 on the tokens of the answer, its end token among them,
        0 on prompt and padding.

    >>> even = [[[0.0, 0.0], [0.0, 0.0]]] * 2
    >>> policy = [[[0.0, 1.0], [0.0, 0.0]], [[1.0, 0.0], [0.0, 0.0]]]
    >>> dpo_loss(policy, even, [[0, 1], [0, 1]], [[0, 1], [0, 1]], 1.0)
    (0.3133, 1.0)   (rounded: ln(1 + 1/e), at a margin of 1)
    """
    raise NotImplementedError
