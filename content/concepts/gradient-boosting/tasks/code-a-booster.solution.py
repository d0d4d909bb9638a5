"""Least-squares gradient boosting with stumps on one feature."""


def fit(x, y, eta, rounds):
    start = sum(y) / len(y)
    F, stumps = [start] * len(y), []
    for _ in range(rounds):
        r = [b - f for b, f in zip(y, F)]
        total, left, best = sum(r), 0.0, None
        for k in range(1, len(x)):
            left += r[k - 1]
            right = total - left
            score = left**2 / k + right**2 / (len(x) - k)
            if best is None or score > best[0]:
                cut = (x[k - 1] + x[k]) / 2
                best = score, cut, left / k, right / (len(x) - k)
        _, cut, a, b = best
        stumps.append((cut, a, b))
        F = [f + eta * (a if v < cut else b) for v, f in zip(x, F)]

    def predict(v):
        return start + eta * sum(a if v < cut else b for cut, a, b in stumps)

    return predict
