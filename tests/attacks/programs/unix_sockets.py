# attack: talks to the daemons of the machine by unix sockets
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import socket

from honest import gained, serve, tried

for name in ("@unix@", "\0@abstract@", "/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket",
             "/run/systemd/private", "\0/tmp/.X11-unix/X0"):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        try:
            with socket.socket(socket.AF_UNIX, kind) as client:
                client.settimeout(1)
                client.connect(name)
                gained("connected to", repr(name))
                client.send(b"hello")
        except OSError:
            pass
    # One that it has without socket().
    left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        left.sendto(b"hello", name)
        gained("sent to", repr(name))
    except OSError:
        pass
    left.close()
    right.close()
tried()
serve()
