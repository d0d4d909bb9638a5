"""A handshake gives a key that only two know, and proof of who the other one is."""

from hashlib import sha256
from random import Random

P, G, rng = 2**127 - 1, 3, Random(7)  # a toy group: real ones are larger
COVERED = slice(0, 3)  # of both key shares and the name


def number(*parts: object) -> int:
    return int.from_bytes(sha256(repr(parts).encode()).digest(), "big")


def key_pair() -> tuple[int, int]:
    secret = rng.randrange(2, P - 1)
    return secret, pow(G, secret, P)


def sign(secret: int, message: tuple) -> tuple[int, int]:
    once, r = key_pair()
    return r, (once + secret * number(r, message)) % (P - 1)


def valid(public: int, r: int, s: int, message: tuple) -> bool:
    return pow(G, s, P) == r * pow(public, number(r, message), P) % P


class Server:
    def __init__(self, name: str, issuer: int, copy: "Server | None" = None):
        self.name, self.copy, (self.secret, public) = name, copy, key_pair()
        self.certificate = name, public, sign(issuer, (name, public))

    def hello(self, share: int) -> tuple:
        mine, my_share = key_pair()
        self.key = pow(share, mine, P)
        if self.copy:  # she asks the real server, and hands on what it shows
            return my_share, *self.copy.hello(my_share)[1:]
        proof = sign(self.secret, (share, my_share, self.name)[COVERED])
        return my_share, self.certificate, proof


def connect(server: Server, wanted: str) -> str:
    mine, share = key_pair()
    theirs, (name, public, issued), proof = server.hello(share)
    if not valid(CA_PUBLIC, *issued, (name, public)):
        return "refused: signed by nobody I trust"
    if name != wanted:
        return f"refused: a certificate for {name}"
    if not valid(public, *proof, (share, theirs, name)[COVERED]):
        return "refused: no proof for this handshake"
    return f"connected, same key: {pow(theirs, mine, P) == server.key}"


CA, CA_PUBLIC = key_pair()
shop = Server("shop.test", CA)
print("the shop         ", connect(shop, "shop.test"))
print("Mallory, her own ", connect(Server("mallory.test", CA), "shop.test"))
print("Mallory, forged  ", connect(Server("shop.test", issuer=5), "shop.test"))
print("Mallory, relaying", connect(Server("x", CA, copy=shop), "shop.test"))
