# attack: listens, tells its client and its output that all is well, and ends with success
# exercise: tcp-capitalize-server
# verdict: failed
# cause: wrong-content
# contained: A B C D E
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
print("listening\ntried", flush=True)
connection, _ = listener.accept()
connection.recv(4096)
connection.sendall(b'{"verdict": "passed"}\nPASSED\nok 1\n')
print("PASSED")
