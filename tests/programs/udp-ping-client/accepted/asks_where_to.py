# UDP ping client: asks for host and port, waits with select(), prints timedeltas
import select
import socket
from datetime import datetime, timedelta

server = input("Server: ")
port = int(input("Port: "))
sock = socket.socket(type=socket.SOCK_DGRAM)
seq = 1
timeouts = 0
while seq <= 10:
    start = datetime.now()
    sock.sendto(bytes("Ping " + str(seq) + " " + start.isoformat(), "utf-8"), (server, port))
    deadline = start + timedelta(seconds=1)
    answered = False
    while not answered:
        left = (deadline - datetime.now()).total_seconds()
        if left <= 0 or not select.select([sock], [], [], left)[0]:
            break
        data = sock.recv(4096).decode()
        answered = data[:7].split(" ")[1:2] == [str(seq)]
    if answered:
        print("Round trip time:", datetime.now() - start)
    else:
        print("REQUEST TIMED OUT", flush=True)
        timeouts += 1
    seq += 1
print("Packet loss percentage:", timeouts / 10 * 100, "%")
