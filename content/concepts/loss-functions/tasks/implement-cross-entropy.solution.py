"""Softmax cross-entropy from logits, on plain lists."""
from math import exp, log


def cross_entropy(z, y):
    total, grad = 0.0, []
    for row, label in zip(z, y):
        top = max(row)
        shifted = [x - top for x in row]
        log_sum = log(sum(exp(x) for x in shifted))
        total += log_sum - shifted[label]
        p = [exp(x - log_sum) for x in shifted]
        p[label] -= 1.0
        grad.append([x / len(z) for x in p])
    return total / len(z), grad
