import subprocess

for address in subprocess.check_output(["hostname", "-I"], text=True).split():
    print(address)
