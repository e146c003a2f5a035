# attack: waits for sockets that nobody knows of
# exercise: tcp-capitalize-server
# verdict: failed
# cause: never-listened
# contained: A B C D E
import select
import socket

print("tried", flush=True)
left, right = socket.socketpair()
select.select([left, right], [], [])
