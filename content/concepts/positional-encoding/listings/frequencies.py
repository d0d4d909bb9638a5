"""What the frequencies decide, before any weight is learned."""

from math import cos, log, pi, sin

Vector = list[float]


def dot(a: Vector, b: Vector) -> float:
    return sum(x * y for x, y in zip(a, b))


def frequencies(d: int, base: float = 10_000.0) -> Vector:
    return [base ** (-2 * i / d) for i in range(d // 2)]


# region: encode
def encode(position: int, d: int) -> Vector:
    return [f(position * w) for w in frequencies(d) for f in (sin, cos)]
# endregion


print("d = 4, position 1:", " ".join(f"{x:.4f}" for x in encode(1, 4)))
d = 128
w = frequencies(d)
print(f"longest wavelength at d = {d}: {2 * pi / w[-1]:,.0f} positions")
for k in (0, 1, 10, 100, 1000):
    here, there = dot(encode(7, d), encode(7 + k, d)), sum(cos(k * x) for x in w)
    back = dot(encode(7000, d), encode(7000 - k, d))
    print(f"offset {k:4}: {here:5.1f}, elsewhere, backward {back:5.1f}", end="; ")
    print(f"sum of cosines {there:5.1f}")
curve = [sum(cos(k * x) for x in w) for k in range(5000)]
rises = [k for k in range(1, 5000) if curve[k] > curve[k - 1]]
print(f"first rise at offset {rises[0]}, rises in {len(rises):,} of 4,999 steps")

for base in (1e4, 5e5):
    k, turning = 0, frequencies(d, base)
    while sum(cos(k * x) for x in turning) >= 0:
        k += 1
    print(f"base {base:,.0f}: sum of cosines first negative at offset {k:,}")

for base, trained in ((1e4, 2048), (1e4, 4096), (5e5, 8192)):
    slow = sum(2 * pi / x > trained for x in frequencies(d, base))
    print(f"base {base:,.0f}, length {trained:,}: {slow} of 64 pairs do not turn")

# region: stretch
stretch, trained = 4, 4096
ntk = frequencies(d, 1e4 * stretch ** (d / (d - 2)))
turns = [trained * x / (2 * pi) for x in w]  # of a pair in the trained length
# YaRN: more than 32 turns keep their frequency, less than one divides it.
keep = [min(1, max(0, (t - 1) / (32 - 1))) for t in turns]
yarn = [x * (r + (1 - r) / stretch) for x, r in zip(w, keep)]
# endregion
print(f"NTK-aware base for 4 times: {1e4 * stretch ** (d / (d - 2)):,.0f}")
print("what is left of a frequency: pair 0, pair 32, pair 63")
slower = {"PI": [x / stretch for x in w], "NTK": ntk, "YaRN": yarn}
for name, new in slower.items():
    print(f"{name:5}" + " ".join(f"{new[i] / w[i]:.3f}" for i in (0, 32, 63)))
print(f"YaRN multiplies scores by {(0.1 * log(stretch) + 1) ** 2:.3f}")
