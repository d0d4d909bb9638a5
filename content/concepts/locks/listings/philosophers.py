"""Philosophers at a table: every state that they can reach, and who is stuck."""

from collections import deque

SEATS = 5
State = tuple[int, ...]  # for each: 0 no fork, 1 the first fork, 2 both


def forks(seat: int, ordered: bool) -> list[int]:
    """Left, then right; or the lower number first, wherever it lies."""
    both = [seat, (seat + 1) % SEATS]
    return sorted(both) if ordered else both


def moves(state: State, ordered: bool) -> list[State]:
    """Each way in which one philosopher can go on."""
    after: list[State] = []
    order = [forks(seat, ordered) for seat in range(SEATS)]
    held = {fork for seat, has in enumerate(state) for fork in order[seat][:has]}
    for seat, has in enumerate(state):
        goes_to = []
        if has == 2:
            goes_to = [0]  # has eaten, and puts both down
        elif order[seat][has] not in held:
            goes_to = [has + 1]
        after += [(*state[:seat], to, *state[seat + 1 :]) for to in goes_to]
    return after


def search(ordered: bool) -> dict[State, int]:
    """All reachable states, with the fewest steps into each."""
    steps = {(0,) * SEATS: 0}
    queue = deque(steps)
    while queue:
        state = queue.popleft()
        for after in moves(state, ordered):
            if after not in steps:
                steps[after] = steps[state] + 1
                queue.append(after)
    return steps


def can_starve_all(states: set[State], ordered: bool) -> bool:
    """Whether steps can go on for ever although nobody puts two forks down."""
    while True:
        going = {
            one
            for one in states
            if any(sum(to) > sum(one) - 2 for to in states & {*moves(one, ordered)})
        }
        if going == states:
            return bool(states)
        states = going


for ordered, name in enumerate(["left fork first", "lower fork first"]):
    steps = search(bool(ordered))
    stuck = [state for state in steps if not moves(state, bool(ordered))]
    print(f"{name}: {len(steps)} states, {len(stuck)} deadlocked", *stuck)
    print("  steps for ever, no meal:", can_starve_all(set(steps), bool(ordered)))
