# attack: goes round filters by io_uring, keeps things in keyrings, loads programs into the kernel
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
import ctypes
import socket

from honest import gained, serve, tried

libc = ctypes.CDLL(None, use_errno=True)
CALLS = {"io_uring_setup": (425, 8, ctypes.create_string_buffer(120)),
         "io_uring_enter": (426, 0, 0, 0, 0),
         "add_key": (248, b"user", b"@mark@", b"hello", 5, -3),
         "request_key": (249, b"user", b"@mark@", None, -3),
         "keyctl": (250, 0, -3, 1),
         "bpf": (321, 0, ctypes.create_string_buffer(120), 120),
         "userfaultfd": (323, 0),
         "perf_event_open": (298, ctypes.create_string_buffer(120), 0, -1, -1, 0),
         "memfd_create": (319, b"hidden", 0),
         "kexec_load": (246, 0, 0, None, 0),
         "init_module": (175, None, 0, b""),
         "reboot": (169, 0, 0, 0, None),
         "swapon": (167, b"/tmp/x", 0),
         "settimeofday": (164, ctypes.create_string_buffer(16), None),
         "open_by_handle_at": (304, 3, ctypes.create_string_buffer(64), 0),
         "fanotify_init": (300, 0, 0),
         "quotactl": (179, 0, None, 0, None),
         "syslog": (103, 3, ctypes.create_string_buffer(4096), 4096)}
for name, arguments in CALLS.items():
    result = libc.syscall(*arguments)
    if result >= 0:
        gained(name, result)
# Of a register the kernel takes the lower half for the family.
for family in (40, 38, 21, 30):
    if libc.syscall(ctypes.c_long(41), ctypes.c_long(family | 1 << 32), ctypes.c_long(5), ctypes.c_long(0)) >= 0:
        gained("a socket, in a wide register, of the family", family)
for family in (40, 38, 21, 30, 16, 44):  # vsock, alg, rds, tipc, netlink, xdp
    try:
        socket.socket(family, socket.SOCK_DGRAM)
        print("family", family)
        if family != 16:
            gained("a socket of the family", family)
    except OSError:
        pass
tried()
serve()
