# attack: becomes root, makes namespaces, mounts, raises its limits and its priority
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import ctypes
import os
import resource
import socket

from honest import gained, serve, tried

libc = ctypes.CDLL(None, use_errno=True)
NAMESPACES = {"user": 0x10000000, "mount": 0x20000, "net": 0x40000000, "pid": 0x20000000, "ipc": 0x8000000,
              "uts": 0x4000000, "cgroup": 0x2000000}
SYS_CLONE, SYS_CLONE3 = 56, 435

status = dict(line.split(":\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\t" in line)
if "0" in status["Uid"].split() or "0" in status["Gid"].split():
    gained("a root identity", status["Uid"], status["Gid"])
for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
    if int(status[name], 16) != 0:
        gained(name, status[name])
# Without this a set-user-id program would make it root.
if status["NoNewPrivs"] != "1":
    gained("new privileges")
if status["Seccomp"] != "2":
    gained("all system calls")
if status.get("Groups", "").strip() and "@level@" != "E":
    print("groups", status["Groups"])

for name in ("setuid", "seteuid", "setgid", "setegid"):
    if getattr(libc, name)(0) == 0:
        gained(name)
if libc.setgroups(0, None) == 0:
    gained("setgroups")
for name, flag in NAMESPACES.items():
    if libc.unshare(flag) == 0:
        gained("a namespace", name)
    if libc.unshare(flag | NAMESPACES["user"]) == 0:
        gained("a user namespace with", name)
    child = libc.syscall(SYS_CLONE, flag | 17, 0, 0, 0, 0)
    if child == 0:
        os._exit(0)
    if child > 0:
        gained("a child in a namespace", name)
        os.waitpid(child, 0)
if libc.syscall(SYS_CLONE3, (ctypes.c_uint64 * 8)(NAMESPACES["user"], 0, 0, 0, 17), 64) >= 0:
    gained("clone3")
if libc.mount(b"none", b"/tmp", b"tmpfs", 0, None) == 0:
    gained("mount")
if libc.mount(b"/", b"/tmp", None, 4096, None) == 0:
    gained("a bind mount")
if libc.umount2(b"/proc", 2) == 0:
    gained("umount")
if libc.chroot(b"/tmp") == 0:
    gained("chroot")
if libc.sethostname(b"mine", 4) == 0:
    gained("sethostname")
for name in ("net", "mnt", "pid", "user"):
    try:
        handle = os.open(f"/proc/1/ns/{name}", os.O_RDONLY)
        if libc.setns(handle, 0) == 0:
            gained("setns", name)
    except OSError:
        pass

for name in ("RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_FSIZE", "RLIMIT_CPU", "RLIMIT_DATA", "RLIMIT_CORE"):
    number = getattr(resource, name)
    hard = resource.getrlimit(number)[1]
    if hard == resource.RLIM_INFINITY:
        gained("no limit", name)
    try:
        resource.setrlimit(number, (hard + 1, hard + 1))
        gained("raised", name)
    except (ValueError, OSError):
        pass
for value in ("-1000", "-1"):
    try:
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write(value)
        gained("oom_score_adj", value)
    except OSError:
        pass
try:
    os.nice(-5)
    gained("priority")
except OSError:
    pass
try:
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    gained("real-time priority")
except OSError:
    pass
for kind in ((socket.AF_INET, socket.SOCK_RAW, 1), (socket.AF_PACKET, socket.SOCK_RAW, 768)):
    try:
        socket.socket(*kind)
        gained("a raw socket", kind)
    except OSError:
        pass
for name in ("/proc/sys/kernel/hostname", "/proc/sys/vm/drop_caches", "/proc/self/uid_map"):
    try:
        with open(name, "w") as file:
            file.write("0")
        gained("wrote", name)
    except OSError:
        pass
tried()
serve()
