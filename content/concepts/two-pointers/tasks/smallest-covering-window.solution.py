"""The smallest window that holds all required letters."""
from collections import Counter


def smallest(text, required):
    if not required:
        return ""
    need = Counter(required)  # below 0: more of it inside than required
    missing = len(required)
    left, best = 0, None
    for right, letter in enumerate(text):
        if need[letter] > 0:
            missing -= 1
        need[letter] -= 1
        while missing == 0:
            if best is None or right - left < best[1] - best[0]:
                best = left, right
            need[text[left]] += 1
            if need[text[left]] > 0:
                missing += 1
            left += 1
    return "" if best is None else text[best[0]:best[1] + 1]
