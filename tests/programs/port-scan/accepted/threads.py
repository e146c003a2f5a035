import socket
import sys
import threading
from queue import Queue

host, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
queue = Queue()
lock = threading.Lock()


def work():
    while True:
        port = queue.get()
        try:
            with socket.create_connection((host, port), timeout=2):
                with lock:
                    print(f"{port}/tcp open")
        except OSError:
            pass
        queue.task_done()


for _ in range(20):
    threading.Thread(target=work, daemon=True).start()
for port in range(first, last + 1):
    queue.put(port)
queue.join()
