# Says in German that no answer came.
import socket
import sys
import time

adresse = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
nummer = 0
while True:
    nummer += 1
    try:
        sock.sendto(f"Nachricht {nummer}".encode(), adresse)
        antwort, _ = sock.recvfrom(2048)
        print("Antwort:", antwort.decode(), flush=True)
    except OSError:
        print("Keine Antwort", flush=True)
    time.sleep(1)
