# mistake: The reply is longer than the five bytes that it asks for.
# fails: prints-the-reply
# diagnosis: cuts_text_at
import socket, sys
s = socket.socket()
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall((sys.argv[3] if len(sys.argv) > 3 else "hello there").encode())
print(s.recv(5).decode())
s.close()
