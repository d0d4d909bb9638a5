"""Steps from each cell to the nearest charger."""
from collections import deque


def steps_to_charger(grid):
    steps = [[None] * len(line) for line in grid]
    queue = deque()
    for i, line in enumerate(grid):
        for j, kind in enumerate(line):
            if kind == "C":
                steps[i][j] = 0
                queue.append((i, j))
    while queue:
        i, j = queue.popleft()
        for i2, j2 in (i, j + 1), (i + 1, j), (i, j - 1), (i - 1, j):
            if (0 <= i2 < len(grid) and 0 <= j2 < len(grid[i2])
                    and grid[i2][j2] != "#" and steps[i2][j2] is None):
                steps[i2][j2] = steps[i][j] + 1
                queue.append((i2, j2))
    return steps
