# fails: finds-what-listens, first-and-last
# diagnosis: prints_no_port
# mistake: The socket does not block, so connect_ex() gives EINPROGRESS and never 0.
import socket, sys
host = sys.argv[1]
for p in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
    s = socket.socket()
    s.setblocking(False)
    if s.connect_ex((host, p)) == 0:
        print("open", p)
    s.close()
