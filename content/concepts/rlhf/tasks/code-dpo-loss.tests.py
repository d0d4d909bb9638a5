from math import exp, log, prod
from random import Random

from cases import case, check, close, that

EVEN = [0.0, 0.0]


def ln(*weights):
    """Logits of these weights, whose softmax divides them by their sum."""
    return [log(w) for w in weights]


def batch(pairs, n, V, seed, like=None):
    """Logits of policy and reference, tokens, and masks with prompts and padding of several lengths."""
    random = Random(seed)
    policy, ref = [[[[random.gauss(0, 1) for _ in range(V)] for _ in range(n)] for _ in range(2 * pairs)] for _ in range(2)]
    tokens = [[random.randrange(V) for _ in range(n)] for _ in range(2 * pairs)]
    prompts, ends = [random.randrange(1, n // 2) for _ in range(pairs)] * 2, [random.randrange(n // 2, n) for _ in range(2 * pairs)]
    mask = [[int(start <= t <= end) for t in range(n)] for start, end in zip(prompts, ends)]
    return policy, ref, tokens, mask


def by_products(policy, ref, tokens, mask, beta):
    """From probabilities of whole answers, multiplied token by token."""

    def probability(rows, text, own):
        places = [t for t in range(1, len(text)) if own[t]]
        return prod(exp(rows[t - 1][text[t]]) / sum(exp(z) for z in rows[t - 1]) for t in places)

    ratio = [probability(p, *rest) / probability(r, *rest) for p, r, *rest in zip(policy, ref, tokens, mask)]
    b = len(tokens) // 2
    odds = [(ratio[i] / ratio[i + b]) ** beta for i in range(b)]
    return sum(log(1 + 1 / o) for o in odds) / b, sum(o > 1 for o in odds) / b


@case("Where the policy equals the reference the loss is ln 2; a margin of 0 is not above 0.")
def equal(task):
    policy, _, tokens, mask = batch(2, 6, 4, seed=0)
    close(task.dpo_loss(policy, policy, tokens, mask, 0.1)[0], log(2), "the loss of equal models")
    check(task.dpo_loss, [[EVEN, EVEN]] * 2, [[EVEN, EVEN]] * 2, [[0, 1]] * 2, [[0, 1]] * 2, 0.1, gives=(log(2), 0.0))


@case("Chosen up from 1/2 to 4/5, rejected down to 1/5: odds of 4, and a loss of ln 5/4.", judges=["shifts", "four-logps"])
def by_hand(task):
    policy, ref = [[ln(1, 4), EVEN], [ln(4, 1), EVEN]], [[EVEN, EVEN]] * 2
    check(task.dpo_loss, policy, ref, [[0, 1], [0, 1]], [[0, 1], [0, 1]], 1.0, gives=(log(5 / 4), 1.0))
    check(task.dpo_loss, policy, ref, [[0, 1], [0, 1]], [[0, 1], [0, 1]], 0.5, gives=(log(3 / 2), 1.0))


@case("It is the ratio to the reference that counts: what the reference says already is no margin.", judges=["four-logps"])
def reference_counts(task):
    policy, ref = [[ln(1, 4), EVEN], [ln(4, 1), EVEN]], [[ln(1, 9), EVEN], [ln(4, 1), EVEN]]
    check(task.dpo_loss, policy, ref, [[0, 1], [0, 1]], [[0, 1], [0, 1]], 1.0, gives=(log(17 / 8), 0.0))


@case("The log-probabilities of an answer are summed: two tokens weigh twice as much as one.", judges=["masks-sums"])
def sums(task):
    policy, ref = [[ln(1, 4)] * 2 + [EVEN], [EVEN] * 3], [[EVEN] * 3] * 2
    odds = (8 / 5) ** 2
    check(task.dpo_loss, policy, ref, [[0, 1, 1], [0, 1, 1]], [[0, 1, 1], [0, 1, 1]], 1.0, gives=(log(1 + 1 / odds), 1.0))


@case("The chosen answers come first, then the rejected ones in the same order.", judges=["four-logps"])
def halves(task):
    policy = [[ln(1, p), EVEN] for p in (9, 1, 3, 4)]  # 0.9 and 0.5 chosen, 0.75 and 0.8 rejected
    expected = (log(1 + 5 / 6) + log(1 + 8 / 5)) / 2
    check(task.dpo_loss, policy, [[EVEN, EVEN]] * 4, [[0, 1]] * 4, [[0, 1]] * 4, 1.0, gives=(expected, 0.5))


@case("Prompt, padding and the logits at the last position change nothing.", kind="edge", judges=["masks-sums", "shifts"])
def masked(task):
    policy, ref, tokens, mask = batch(2, 7, 5, seed=1)
    expected = task.dpo_loss(*batch(2, 7, 5, seed=1), 0.3)
    for rows, text, own in zip(policy, tokens, mask):
        for t in range(7):
            # The logits at t predict token t + 1.
            if t == 6 or not own[t + 1]:
                rows[t] = [3.0 * v for v in range(5)]
            if not own[t]:
                text[t] = 4 - text[t]
    close(task.dpo_loss(policy, ref, tokens, mask, 0.3), expected, "after all that is no answer was changed")


@case("The first token of a text is predicted by nothing, and counts nothing.", kind="edge", hidden=True, judges=["shifts"])
def first_token(task):
    policy, ref = [[ln(1, 4), ln(1, 7)], [ln(4, 1), EVEN]], [[EVEN, EVEN]] * 2
    check(task.dpo_loss, policy, ref, [[0, 1], [0, 1]], [[1, 1], [1, 1]], 1.0, gives=(log(5 / 4), 1.0))


@case("Logits of a thousand and margins of thousands overflow nothing.", kind="edge", judges=["stable"])
def large(task):
    policy, ref = [[[1000.0, 0.0], EVEN], [[-1000.0, 0.0], EVEN]], [[[-1000.0, -1000.0], EVEN]] * 2
    args = policy, ref, [[0, 1], [0, 1]], [[0, 1], [0, 1]]
    check(task.dpo_loss, *args, 1.0, gives=(1000.0, 0.0))
    check(task.dpo_loss, *args, 2.0, gives=(2000.0, 0.0))
    check(task.dpo_loss, policy[::-1], *args[1:], 1.0, gives=(0.0, 1.0))


@case("Swapping chosen and rejected turns the sign of every margin.", kind="property", hidden=True, judges=["four-logps"])
def swapped(task):
    policy, ref, tokens, mask = batch(1, 6, 4, seed=2)
    loss, share = task.dpo_loss(policy, ref, tokens, mask, 0.5)
    other, rest = task.dpo_loss(policy[::-1], ref[::-1], tokens[::-1], mask[::-1], 0.5)
    close((exp(-loss) + exp(-other), share + rest), (1.0, 1.0), "both probabilities of the right order, and both shares, add up to 1")


@case("It agrees with probabilities of whole answers, multiplied token by token.", kind="property", hidden=True,
      judges=["shifts", "masks-sums", "four-logps"])
def products(task):
    for seed in range(5):
        args = batch(3, 8, 6, seed=10 + seed)
        for beta in (0.1, 2.0):
            check(task.dpo_loss, *args, beta, gives=by_products(*args, beta))


@case("Four pairs of texts, 30 tokens long over a vocabulary of 500, end in time.", kind="scale", hidden=True, judges=["stable"])
def scale(task):
    policy, ref, tokens, mask = batch(4, 30, 500, seed=3)
    moved = [[[z + 800.0 for z in row] for row in rows] for rows in policy]
    loss, share = task.dpo_loss(moved, ref, tokens, mask, 0.1)
    that(0 < loss < 5, "a loss of the size of ln 2 is expected", loss=loss)
    close(task.dpo_loss(policy, ref, tokens, mask, 0.1), (loss, share), "without the 800 that were added to all logits", within=1e-7)
