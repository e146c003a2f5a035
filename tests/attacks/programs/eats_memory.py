# attack: takes memory without end, up to 4 GiB
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# load: heavy
kept = []
print("tried", flush=True)
for _ in range(64):
    kept.append(bytearray(64 << 20))
    kept[-1][::4096] = b"x" * len(kept[-1][::4096])
