# attack: looks into the memory of the grader and of all other processes
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import ctypes
import os

from honest import gained, serve, tried

libc = ctypes.CDLL(None, use_errno=True)
PTRACE_ATTACH, PTRACE_SEIZE, PTRACE_DETACH = 16, 0x4206, 17
SYS_PROCESS_VM_READV, SYS_PIDFD_OPEN, SYS_PIDFD_GETFD = 310, 434, 438


class Part(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


# Which is not the number that calls know the program by where /proc is that of a machine around it.
own = os.readlink("/proc/self")
for name in os.listdir("/proc"):
    if not name.isdigit():
        continue
    process = int(name)
    for request in (PTRACE_ATTACH, PTRACE_SEIZE):
        if process != os.getpid() and libc.ptrace(request, process, 0, 0) == 0:
            gained("ptrace", process)
            libc.ptrace(PTRACE_DETACH, process, 0, 0)
    for file in () if name == own else ("mem", "maps", "environ", "auxv", "syscall", "stack", "fdinfo/0"):
        try:
            with open(f"/proc/{process}/{file}", "rb") as opened:
                if file == "mem" or opened.read(1):
                    gained("opened", file, process)
        except OSError:
            pass
    for link in () if name == own else ("exe", "cwd", "root", "fd/0", "ns/net"):
        try:
            gained("looked at", link, process, os.readlink(f"/proc/{process}/{link}"))
        except OSError:
            pass
    if process == os.getpid():
        continue
    buffer = ctypes.create_string_buffer(8)
    mine, theirs = Part(ctypes.addressof(buffer), 8), Part(0x400000, 8)
    if libc.syscall(SYS_PROCESS_VM_READV, process, ctypes.byref(mine), 1, ctypes.byref(theirs), 1, 0) > 0:
        gained("process_vm_readv", process)
    handle = libc.syscall(SYS_PIDFD_OPEN, process, 0)
    if handle >= 0:
        for descriptor in list(range(20)) + [900, 901, 902, 903]:
            if libc.syscall(SYS_PIDFD_GETFD, handle, descriptor, 0) >= 0:
                gained("pidfd_getfd", process, descriptor)
        os.close(handle)
tried()
serve()
