# attack: dials another host's address, where its own listener has no room for more
# exercise: tcp-capitalize-server
# verdict: failed
# contained: D E
# places: D E
import socket
import sys
import threading

port = int(sys.argv[1])
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("", port))
listener.listen(0)
print("tried", flush=True)


def dial():
    while True:
        client = socket.socket()
        try:
            client.connect(("192.0.2.1", port))
            kept.append(client)
        except OSError:
            pass


kept = []
for _ in range(4):
    threading.Thread(target=dial).start()
