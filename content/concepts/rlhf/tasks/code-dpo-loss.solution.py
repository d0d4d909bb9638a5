"""The DPO loss of a batch of pairs, on plain lists."""
from math import exp, log, log1p

Logits = list[list[list[float]]]


def log_softmax(row: list[float]) -> list[float]:
    top = max(row)
    log_sum = top + log(sum(exp(x - top) for x in row))
    return [x - log_sum for x in row]


def logsigmoid(x: float) -> float:
    return min(x, 0.0) - log1p(exp(-abs(x)))


def answer_logps(
    logits: Logits, tokens: list[list[int]], mask: list[list[int]]
) -> list[float]:
    sums = []
    for rows, text, own in zip(logits, tokens, mask):
        answer = [pair for *pair, m in zip(rows[:-1], text[1:], own[1:]) if m]
        sums.append(sum(log_softmax(row)[token] for row, token in answer))
    return sums


def dpo_loss(
    policy_logits: Logits,
    ref_logits: Logits,
    tokens: list[list[int]],
    answer_mask: list[list[int]],
    beta: float,
) -> tuple[float, float]:
    policy = answer_logps(policy_logits, tokens, answer_mask)
    reference = answer_logps(ref_logits, tokens, answer_mask)
    rewards = [beta * (p - r) for p, r in zip(policy, reference)]
    b = len(rewards) // 2
    margins = [c - r for c, r in zip(rewards[:b], rewards[b:])]
    return -sum(map(logsigmoid, margins)) / b, sum(m > 0 for m in margins) / b
