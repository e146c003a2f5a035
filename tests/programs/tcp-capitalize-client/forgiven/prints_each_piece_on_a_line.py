# fails: reply-in-pieces, long-text
# oddity: One thread reads, one types; print() ends a line after each recv().
import socket, sys, threading
s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
def reader():
    while True:
        d = s.recv(1024)
        if not d: return
        print(d.decode(), flush=True)
threading.Thread(target=reader, daemon=True).start()
try:
    while True:
        s.sendall(input().encode() + b'\n')
except EOFError:
    pass
