import subprocess

out = subprocess.run(["ip", "-4", "addr"], capture_output=True, text=True).stdout
for line in out.splitlines():
    words = line.split()
    if words and words[0] == "inet":
        print(words[-1], words[1].split("/")[0])
