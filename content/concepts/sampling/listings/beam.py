"""Greedy and beam search over small models whose best sequence is known."""
import math

END = "</s>"
WIDTHS = (1, 2, 3)
# What is missing to 1 is spread over so many tokens that none of them matters.
Model = dict[str, list[tuple[str, float]]]

garden: Model = {  # the best first token does not lead to the best sequence
    "": [("a", 0.5), ("b", 0.4)],
    "a": [("x", 0.4), ("y", 0.3)],
    "b": [("x", 0.9)],
}
length: Model = {  # a good sentence of 15 tokens, or nothing at all
    "": [("w", 0.5), ("v", 0.25), (END, 0.12)],
    "v": [("v", 0.1)],
    **{"w" * n: [("w", 0.85)] for n in range(1, 14)},
    "w" * 14: [(END, 0.85)],
}


def beam(model: Model, width: int, alpha: float) -> tuple[str, float, float]:
    live: list[tuple[list[str], float]] = [([], 0.0)]
    done: list[tuple[list[str], float]] = []
    while live:
        grown = [
            ([*tokens, token], score + math.log(p))
            for tokens, score in live
            for token, p in model.get("".join(tokens), [(END, 1.0)])
        ]
        grown.sort(key=lambda hypothesis: -hypothesis[1])
        kept = grown[:width]
        done += [h for h in kept if h[0][-1] == END]
        live = [h for h in kept if h[0][-1] != END]

    def normalized(hypothesis: tuple[list[str], float]) -> float:
        tokens, score = hypothesis
        return score / ((5 + len(tokens)) / 6) ** alpha

    best = max(done, key=normalized)
    text = "".join(token for token in best[0] if token != END)
    return text or "(empty)", best[1], normalized(best)


for name, model in (("garden", garden), ("length", length)):
    for alpha in (0.0, 0.6):
        for width in WIDTHS:
            text, score, value = beam(model, width, alpha)
            print(f"{name}, alpha {alpha}, width {width}: {text:14} "
                  f"p = {math.exp(score):.3f}, score {value:.3f}")
