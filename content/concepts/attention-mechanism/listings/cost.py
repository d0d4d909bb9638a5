"""Arithmetic and memory of one attention layer, counted."""

GB = 1e9


# region: count
def count(n: int, heads: int, width: int, size: int = 2) -> dict[str, float]:
    d = heads * width                       # d_model
    return {
        "projections": 4 * 2 * n * d * d,   # Q, K, V, O; a multiply-add is 2
        "attention": 2 * 2 * n * n * d,     # Q K^T, then weights times V
        "scores": heads * n * n * size,     # bytes of one n x n matrix per head
        "qkvo": 4 * n * d * size,           # bytes of Q, K, V and the output
        "statistics": heads * n * 4,        # one 32-bit log-sum per row
    }
# endregion


print("      n proj TFLOP attn TFLOP scores GB QKVO GB")
for n in (2048, 8192, 32768, 131072):
    c = count(n, heads=32, width=128)
    print(f"{n:>7} {c['projections'] / 1e12:>10.2f} {c['attention'] / 1e12:>10.2f} "
          f"{c['scores'] / GB:>9.2f} {c['qkvo'] / GB:>7.2f}")

# region: bill
n = 8192
c = count(n, heads=32, width=128)
written = 4 * c["scores"] + c["qkvo"]       # write and read S, write and read P
passes = n // 128                           # K and V again per 128 query rows
tiled = c["qkvo"] / 2 + passes * c["qkvo"] / 2
print(f"n = {n}: scores / QKVO = {c['scores'] / c['qkvo']:.0f} = n / (4 d_k)")
print(f"  arithmetic at 312 TFLOP/s      {c['attention'] / 312e12 * 1e3:5.2f} ms")
print(f"  stored scores move {written / GB:5.2f} GB"
      f"      {written / 2e12 * 1e3:5.2f} ms at 2 TB/s")
print(f"  tiles move {c['qkvo'] / GB:.2f} GB if all rereads hit a cache, "
      f"{tiled / GB:.2f} if none")
print(f"  kept for backward besides QKVO: {c['statistics'] / 1e6:.2f} MB")
# endregion
