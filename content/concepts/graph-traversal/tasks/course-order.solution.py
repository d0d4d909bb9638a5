"""An order in which all courses can be taken."""


def order(n, pairs):
    after, waits = [[] for _ in range(n)], [0] * n
    for first, then in pairs:
        after[first].append(then)
        waits[then] += 1
    result = [course for course in range(n) if waits[course] == 0]
    for course in result:  # a queue: it grows while it is read
        for then in after[course]:
            waits[then] -= 1
            if waits[then] == 0:
                result.append(then)
    return result if len(result) == n else None
