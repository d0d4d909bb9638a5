"""Who has to know what before it may speak: round trips until the first byte."""

Message = tuple[str, str, str, str]  # by, what, facts it needs, fact it brings

TCP = [("client", "SYN", "", "syn"), ("server", "SYN-ACK", "syn", "open")]
TLS12 = [
    ("client", "ClientHello", "open", "hello"),
    ("server", "certificate, key share", "hello", "share"),
    ("client", "key share, Finished", "share", "keys"),
    ("server", "Finished", "keys", "keys"),
]
TLS13 = [
    ("client", "ClientHello with key share", "open", "hello"),
    ("server", "key share, certificate, Finished", "hello", "keys"),
]
QUIC = [("client", "Initial with ClientHello", "", "hello"), *TLS13[1:]]


def request(needs: str) -> list[Message]:
    return [("client", "GET", needs, "get"), ("server", "200", "get", "first byte")]


SETUPS = {
    "TLS 1.2 over TCP, new": TCP + TLS12 + request("keys"),
    "TLS 1.3 over TCP, new": TCP + TLS13 + request("keys"),
    "TLS 1.3 over TCP, 0-RTT": TCP + TLS13 + request("open"),
    "QUIC, new": QUIC + request("keys"),
    "QUIC, 0-RTT": QUIC + request(""),
    "any, connection open": request(""),
}


def trips(messages: list[Message]) -> int:
    """Rounds in which the client, then the server, says all that it may."""
    known: dict[str, set[str]] = {"client": set(), "server": set()}
    rounds = 0
    while "first byte" not in known["client"]:
        rounds += 1
        for speaker, listener in (("client", "server"), ("server", "client")):
            may = [m for m in messages if m[0] == speaker]
            facts = {m[3] for m in may if set(m[2].split()) <= known[speaker]}
            known[listener] |= facts
    return rounds


def windows(size: int, window: int = 14_600) -> int:
    """Round trips in which a sender that doubles its window sends so many bytes."""
    rounds = 0
    while size > 0:
        rounds, size, window = rounds + 1, size - window, window * 2
    return rounds


for name, messages in SETUPS.items():
    n = trips(messages)
    print(f"{name:24} {n} before the first byte: {n * 20:3} ms, far {n * 150} ms")
for size in (14_000, 15_000, 100_000, 500_000, 2_000_000):
    print(f"{size / 1000:5,.0f} kB arrive in {windows(size)} round trips")
