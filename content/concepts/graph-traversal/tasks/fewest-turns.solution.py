"""The fewest conveyors to turn."""
from collections import deque

MOVES = {">": (0, 1), "v": (1, 0), "<": (0, -1), "^": (-1, 0)}


def fewest_turns(grid):
    rows, columns = len(grid), len(grid[0])
    best = {(0, 0): 0}
    line = deque([(0, 0)])
    while line:
        i, j = line.popleft()
        if (i, j) == (rows - 1, columns - 1):
            return best[i, j]
        for arrow, (down, right) in MOVES.items():
            near = i + down, j + right
            if not (0 <= near[0] < rows and 0 <= near[1] < columns):
                continue
            price = best[i, j] + (arrow != grid[i][j])
            if near not in best or price < best[near]:
                best[near] = price
                (line.appendleft if arrow == grid[i][j] else line.append)(near)
