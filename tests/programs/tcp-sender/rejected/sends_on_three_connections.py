# fails: sent-once
# diagnosis: sends_it_twice
# mistake: The loop that was to try again goes on after it has worked.
import socket, sys
for attempt in range(3):
    try:
        s = socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3)
        s.sendall(sys.argv[3].encode())
        s.close()
    except OSError as e:
        print("retry", e)
