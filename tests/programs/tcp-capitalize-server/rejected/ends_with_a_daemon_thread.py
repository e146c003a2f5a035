# fails: replies-in-capitals
# diagnosis: ends_before_it_serves
# mistake: Nobody waits for the thread that serves, and a daemon thread ends with its program.
import socket, sys, threading
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen(1)
def serve():
    while True:
        c, _ = s.accept()
        c.send(c.recv(1000).upper()); c.close()
threading.Thread(target=serve, daemon=True).start()
print('server started')
