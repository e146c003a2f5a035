# The kernel's table of routes names every local address.
import re

last = ""
found = set()
with open("/proc/net/fib_trie") as table:
    for line in table:
        address = re.search(r"\|-- (\d+\.\d+\.\d+\.\d+)", line)
        if address:
            last = address.group(1)
        elif "/32 host LOCAL" in line:
            found.add(last)
print("\n".join(sorted(found)))
