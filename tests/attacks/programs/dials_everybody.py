# attack: talks to the peers of other runs and to the grader: to whoever listens on this machine
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C
import socket
import sys

from honest import gained, serve, tried

listener = socket.create_server(("", int(sys.argv[1])))
for table in ("tcp", "tcp6", "udp", "udp6"):
    for line in open(f"/proc/net/{table}").read().splitlines()[1:]:
        fields = line.split()
        port = int(fields[1].rpartition(":")[2], 16)
        if port == int(sys.argv[1]) or table.startswith("tcp") and fields[3] != "0A":
            continue
        gained("saw", table, port)
        if "@level@" in "DE":
            continue  # others have their services there
        kind = socket.SOCK_STREAM if table.startswith("tcp") else socket.SOCK_DGRAM
        with socket.socket(socket.AF_INET, kind) as client:
            client.settimeout(0.2)
            try:
                client.connect(("127.0.0.1", port))
                client.send(b"hello")
                gained("reached", table, port)
            except OSError:
                pass
for line in open("/proc/net/unix").read().splitlines()[1:]:
    if len(line.split()) > 7:
        gained("saw a unix socket", line.split()[7:])
tried()
serve(listener)
