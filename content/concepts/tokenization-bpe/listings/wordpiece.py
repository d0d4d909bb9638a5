"""WordPiece: a score that divides by the parts, and longest match first."""
from collections import Counter

Pair = tuple[str, str]
WORDS = {"pen": 6, "ten": 5, "hen": 4, "the": 9}


def spell(word: str) -> list[str]:
    return [word[0]] + ["##" + c for c in word[1:]]


def counts(words: list[tuple[list[str], int]]) -> tuple[Counter, Counter]:
    single, double = Counter(), Counter()
    for parts, f in words:
        single.update(parts * f)
        double.update(list(zip(parts, parts[1:])) * f)
    return single, double


def join(parts: list[str], pair: Pair) -> list[str]:
    out: list[str] = []
    for part in parts:
        if out and (out[-1], part) == pair:
            out[-1] += part.removeprefix("##")
        else:
            out.append(part)
    return out


def train(merges: int) -> list[str]:
    words = [(spell(w), f) for w, f in WORDS.items()]
    vocab = sorted({part for parts, _ in words for part in parts})
    for _ in range(merges):
        single, double = counts(words)
        score = {p: n / (single[p[0]] * single[p[1]]) for p, n in double.items()}
        best = min(score, key=lambda p: (-score[p], p))
        top = min(double, key=lambda p: (-double[p], p))
        print(f"score takes {best[0]} {best[1]} ({double[best]} times, "
              f"{score[best]:.4f}); count would take {top[0]} {top[1]} "
              f"({double[top]} times, {score[top]:.4f})")
        vocab.append(best[0] + best[1].removeprefix("##"))
        words = [(join(parts, best), f) for parts, f in words]
    return vocab


def encode(word: str, vocab: list[str]) -> list[str]:
    out, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):  # longest piece first
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                break
        else:
            return ["[UNK]"]  # no piece fits: the whole word is lost
        out, start = out + [piece], end
    return out


vocab = train(3)
print({w: encode(w, vocab) for w in ("then", "hen", "pan")})
