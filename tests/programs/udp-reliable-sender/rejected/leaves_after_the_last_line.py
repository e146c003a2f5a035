# UDP sender
# mistake: After the last line it ends without waiting for its acknowledgement.
# fails: first-and-last-are-lost, gives-up-with-an-error
# diagnosis: gives_up_too_early, fails_with_status_0
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.3)
address = (sys.argv[1], int(sys.argv[2]))
lines = [line.rstrip() for line in open(sys.argv[3])]
base = 0
sock.sendto(f"0 {lines[0]}".encode(), address)
while base < len(lines) - 1:
    try:
        if sock.recv(1024).decode() != f"ACK {base}":
            continue
        base += 1
    except TimeoutError:
        pass
    sock.sendto(f"{base} {lines[base]}".encode(), address)
