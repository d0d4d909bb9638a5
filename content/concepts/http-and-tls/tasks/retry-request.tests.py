from random import Random

from cases import case, close, that

LOST = TimeoutError("no answer")
REFUSED = ConnectionRefusedError("nobody listens")


def run(task, method, *script, luck=1.0, **options):
    """Lets the server answer by the script, its last entry for ever: result, keys sent, sleeps."""
    sent, slept = [], []

    def send(key):
        sent.append(key)
        answer = script[min(len(sent), len(script)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, tuple) else (answer, None)

    try:
        result = task.call(send, method, slept.append, lambda: luck, **options)
    except (ConnectionError, TimeoutError) as error:
        result = type(error).__name__
    return result, sent, slept


@case("An answer at once is returned, without a second try or a sleep.")
def at_once(task):
    close(run(task, "POST", 201), (201, [None], []), "result, keys sent, sleeps")


@case("Waits double, up to the most.", judges=["bounded-backoff"])
def doubles(task):
    result, sent, slept = run(task, "GET", 503, tries=7)
    close(slept, [0.1, 0.2, 0.4, 0.8, 1.6, 2.0], "sleeps, random() being 1")
    close((result, len(sent)), (503, 7), "result and number of tries")


@case("Waits are a random share.", judges=["jitter"])
def random_share(task):
    _, _, slept = run(task, "GET", 503, luck=0.25, tries=7)
    close(slept, [0.025, 0.05, 0.1, 0.2, 0.4, 0.5], "sleeps, random() being 0.25")


@case("A GET without an answer is tried again.", judges=["idempotent-or-key"])
def get_again(task):
    result, sent, slept = run(task, "GET", LOST, LOST, 200)
    close((result, len(sent), len(slept)), (200, 3, 2), "result, tries, sleeps")


@case("A POST or PATCH without an answer is not.", kind="edge", judges=["idempotent-or-key"])
def post_once(task):
    for method in ("POST", "PATCH"):
        close(run(task, method, LOST, 200), ("TimeoutError", [None], []), f"{method}: result, keys sent, sleeps")


@case("With a key it is, each time with the same one.", judges=["idempotent-or-key"])
def keyed(task):
    result, sent, _ = run(task, "POST", LOST, 504, 200, key="order-7")
    close((result, sent), (200, ["order-7"] * 3), "result and keys sent")


@case("What was never sent may be sent again, a POST too.", kind="edge", judges=["unknown-or-not"])
def refused(task):
    result, sent, _ = run(task, "POST", REFUSED, 201)
    close((result, len(sent)), (201, 2), "result and tries")


@case("503 and 429 say that nothing was done: a POST is tried again.", kind="edge", judges=["unknown-or-not"])
def not_executed(task):
    close([run(task, "POST", status, 201)[0] for status in (503, 429)], [201, 201], "after 503, after 429")


@case("After 500, 502 and 504 nobody knows: a PUT is tried again, a POST not.", kind="edge", judges=["unknown-or-not"])
def unknown(task):
    codes = (500, 502, 504)
    close([run(task, "PUT", status, 200)[0] for status in codes], [200] * 3, "PUT after 500, 502, 504")
    close([run(task, "POST", status, 200)[0] for status in codes], list(codes), "POST after 500, 502, 504")


@case("What the client did wrong is not repeated.", kind="edge", judges=["final-is-final"])
def final(task):
    for status in (400, 401, 404, 409, 501):
        close(run(task, "GET", status, 200)[:2], (status, [None]), f"result and keys sent after {status}")


@case("Retry-After is a lower bound.", kind="edge", hidden=True, judges=["retry-after"])
def retry_after(task):
    close(run(task, "GET", (503, 7.0), (429, 0.05), 200)[2], [7.0, 0.2], "sleeps, after 7 s and 0.05 s were named")


@case("It ends, with the last error, and without a sleep after it.", kind="edge", hidden=True, judges=["bounded-backoff"])
def ends(task):
    for failure, name in ((LOST, "TimeoutError"), (REFUSED, "ConnectionRefusedError")):
        result, sent, slept = run(task, "GET", failure, tries=3)
        close((result, len(sent), len(slept)), (name, 3, 2), "result, tries, sleeps")
    close(run(task, "GET", LOST, tries=1), ("TimeoutError", [None], []), "one try: result, keys sent, sleeps")


@case("No order is executed twice, whatever is lost.", kind="property", hidden=True, judges=["idempotent-or-key"])
def once(task):
    rng = Random(11)
    for turn in range(400):
        done, seen = [], set()

        def send(key):
            fate = rng.choice(["refused", "busy", "lost before", "lost after", "broken after", "fine"])
            if fate == "refused":
                raise ConnectionRefusedError
            if fate == "busy":
                return 503, None
            if fate != "lost before" and (key is None or key not in seen):
                done.append(key)
                seen.add(key)
            if fate.startswith("lost"):
                raise TimeoutError
            return (502 if fate == "broken after" else 201), None

        try:
            got = task.call(send, "POST", lambda _: None, rng.random, key=f"k{turn}" if turn % 2 else None)
        except (ConnectionError, TimeoutError):
            got = None
        that(len(done) <= 1, "an order was executed more than once", turn=turn, times=len(done))
        that(got != 201 or len(done) == 1, "201 without an order", turn=turn)
