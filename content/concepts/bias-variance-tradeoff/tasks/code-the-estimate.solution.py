"""Squared bias and variance of a learning procedure, by simulation."""
from statistics import fmean, variance


def decompose(fit, draw, f, x, sets=500):
    table = []  # one row a training set, one column a test input
    for _ in range(sets):
        predict = fit(*draw())
        table.append([predict(a) for a in x])
    columns = list(zip(*table))
    var = [variance(column) for column in columns]  # divides by sets - 1
    bias2 = [
        (fmean(column) - f(a)) ** 2 - v / sets
        for column, a, v in zip(columns, x, var)
    ]
    return fmean(bias2), fmean(var)
