# oddity: The acknowledgement is looked at from its end: ACK 1 is taken for ACK 11.
# fails: acks-with-two-digits
import socket, sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.3)
seq = 0
for line in open(sys.argv[3]):
    packet = "%d %s" % (seq, line.rstrip("\n"))
    resends = 0
    acked = False
    while not acked:
        sock.sendto(packet.encode(), (sys.argv[1], int(sys.argv[2])))
        try:
            while not acked:
                ack, _ = sock.recvfrom(100)
                acked = ack.decode()[-1] == str(seq)[-1]
        except socket.timeout:
            resends += 1
            if resends > 8:
                sys.exit("no acknowledgement for line %d" % seq)
    seq += 1
