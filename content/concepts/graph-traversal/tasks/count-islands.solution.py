"""Count the islands of a grid."""


def count_islands(grid):
    seen, count = set(), 0
    for row, line in enumerate(grid):
        for column, land in enumerate(line):
            if not land or (row, column) in seen:
                continue
            count += 1
            seen.add((row, column))
            stack = [(row, column)]
            while stack:
                i, j = stack.pop()
                for i2, j2 in (i, j + 1), (i + 1, j), (i, j - 1), (i - 1, j):
                    if (0 <= i2 < len(grid) and 0 <= j2 < len(grid[i2])
                            and grid[i2][j2] and (i2, j2) not in seen):
                        seen.add((i2, j2))
                        stack.append((i2, j2))
    return count
