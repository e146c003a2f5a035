# attack: makes up to 6000 files in a folder, a tree 1000 folders deep, and takes all permissions away
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C
# places: all
# load: heavy
import os

from honest import gained, serve, tried

for place in (".", "/tmp"):
    made = 0
    try:
        os.mkdir(f"{place}/many-@mark@")
        for number in range(6000):
            os.close(os.open(f"{place}/many-@mark@/{number}", os.O_CREAT | os.O_WRONLY))
            made += 1
    except OSError:
        pass
    if made > 5000:
        gained(place, made, "files")
    try:
        os.chmod(f"{place}/many-@mark@", 0)
    except OSError:
        pass
    here = os.getcwd()
    try:
        os.chdir(place)
        for number in range(1000):
            os.mkdir("deep-@mark@")
            os.chdir("deep-@mark@")
            if number % 100 == 0:
                os.symlink("/", "link")
        os.chmod(".", 0)
    except OSError:
        pass
    os.chdir(here)
for name in (b"\xff\xfe", b"-rf", b"a\nb", b"$(reboot)", b"x" * 255):
    try:
        os.mkdir(name, 0)
    except OSError:
        pass
tried()
serve()
