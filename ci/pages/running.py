"""Runs the commands of a section, in a folder of its own, and compares what they print with what the page shows."""

import difflib
import os
import pathlib
import random
import re
import select
import shutil
import signal
import string
import subprocess
import time

from pages.blocks import cut, words_of

HOME = "/home/you"  # what the pages show for the folder in which a section runs, whose path is as long
PATIENCE = 120  # seconds, for a command that does not end


# A folder whose path is as long as HOME: texts are wrapped, and drawings are drawn, as they would be there.
def new_home():
    while True:
        home = pathlib.Path("/tmp") / "".join(random.choices(string.ascii_lowercase, k=len(HOME) - len("/tmp/")))
        try:
            home.mkdir(mode=0o755)
            return home
        except FileExistsError:
            pass


class Section:
    """Runs the blocks of a section, one after another, in a folder of its own."""

    def __init__(self, root, program, blocks):
        self.root, self.program, self.blocks = root, program, blocks
        self.background = []  # block, process, what it has said

    def run(self):
        if not any(one.is_run() or one.is_spec() for one in self.blocks):
            return
        self.home = self.here = new_home()
        try:
            for name in ("examples", "exercises", "specs"):
                if (self.root / name).is_dir():
                    shutil.copytree(self.root / name, self.home / name)
            (self.home / ".bin").mkdir()
            (self.home / ".bin/sockgrade").symlink_to(self.program)
            self.environment = {"PATH": f"{self.home}/.bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": str(self.home),
                                "LANG": "C.UTF-8", "TERM": "dumb", "TZ": "UTC"}
            for block in self.blocks:
                if block.is_spec():
                    self.lint(block)
                elif block.is_run():
                    (self.start if "background" in block.says else self.session)(block)
        finally:
            for one in self.background:
                self.end(*one)
            shutil.rmtree(self.home)

    def popen(self, command):
        return subprocess.Popen(["bash", "-o", "pipefail", "-c", command], cwd=self.here, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)

    # Beside the others, which those of a pair name. A spec has the name of its exercise.
    def lint(self, block):
        name = next(line.split(":")[1].strip() for line in block.lines if line.startswith("exercise:"))
        file = self.home / f"specs/{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
        said = subprocess.run([self.program, "lint", str(file)], capture_output=True, text=True, check=False)
        if said.returncode != 0:
            block.wrong(f"`sockgrade lint` is not content with this spec\n{said.stdout}{said.stderr}")

    def session(self, block):
        shown = []
        commands = block.commands()
        statuses = [int(one) for one in block.says.get("status", "0").split(",")]
        statuses = [0] * (len(commands) - len(statuses)) + statuses
        for number, (command, written) in enumerate(commands):
            last = number + 1 == len(commands)
            process = self.popen(command)
            try:
                said = process.communicate(timeout=PATIENCE)[0]
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                said = process.communicate()[0]
                block.wrong(f"`{command}` has not ended after {PATIENCE} s")
            if process.returncode == 127:
                block.wrong(f"`{command}`: no such command\n{said.decode(errors='replace')}")
            elif process.returncode != statuses[number]:
                block.wrong(f"`{command}` ends with {process.returncode}, not {statuses[number]}\n"
                            f"{said.decode(errors='replace')[-2000:]}")
            if command.startswith("cd ") and process.returncode == 0:
                self.change_folder(command[len("cd "):].strip())
            if "quiet" in block.says and not last:
                said = b""
            shown += self.compared(block, command, written, said, block.says if last else {})
        block.shown = shown

    def change_folder(self, folder):
        there = (self.here / folder).resolve()
        if there.is_dir():
            self.here = there

    def start(self, block):
        (command, written), *others = block.commands() or [("true", [])]
        if others:
            block.wrong("a block in the background has one command")
        process = self.popen("exec " + command)
        said = bytearray()
        if not self.hear(process, said, block.says.get("until", ".")):
            block.wrong(f"`{command}` did not say that it is ready\n{said.decode(errors='replace')}")
        self.background.append((block, command, written, process, said))

    # Reads on until it has said this; False when it does not.
    @staticmethod
    def hear(process, said, pattern):
        until = time.monotonic() + PATIENCE
        while not re.search(pattern, said.decode(errors="replace")):
            ready, _, _ = select.select([process.stdout], [], [], max(0, until - time.monotonic()))
            more = os.read(process.stdout.fileno(), 65536) if ready else b""
            if not more:
                return False
            said += more
        return True

    def end(self, block, command, written, process, said):
        """Ctrl-C for Sockgrade, which then says what happened; others just end."""
        if not self.hear(process, said, block.says.get("last", "")):
            block.wrong(f"`{command}` did not say {block.says['last']}\n{said.decode(errors='replace')}")
        process.send_signal(signal.SIGINT if command.startswith("sockgrade") else signal.SIGTERM)
        try:
            said += process.communicate(timeout=PATIENCE)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            said += process.communicate()[0]
            block.wrong(f"`{command}` does not end")
        if process.returncode not in (0, 130, -signal.SIGINT, -signal.SIGTERM):
            block.wrong(f"`{command}` ends with {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
        block.shown = self.compared(block, command, written, bytes(said), block.says)

    def compared(self, block, command, written, said, says):
        """What is to be shown of this command; a problem of the block where something else is."""
        text = said.decode(errors="replace").replace("\r\n", "\n").replace(str(self.home), HOME)
        text = text.replace(str(self.root), HOME + "/sockgrade")
        lines = [line.rstrip() for line in text.splitlines() if not line.startswith('Running as user "root"')]  # tshark
        # A blank line between two commands belongs to neither.
        space = 0
        while space < len(written) and not written[len(written) - 1 - space]:
            space += 1
        written = written[:len(written) - space]
        while lines and not lines[-1]:
            lines.pop()
        now = cut(lines, says)
        same = (sorted(map(words_of, map(lambda one: [one], written))) ==
                sorted(map(words_of, map(lambda one: [one], now)))) if "unordered" in says else words_of(written) == words_of(now)
        if not same:
            block.wrong(f"`{command}` prints something else\n" +
                        "\n".join(difflib.unified_diff(written, now, "what the page shows", "what came", lineterm="", n=1)))
        first = ("$ " + command).split("\n")
        return first + (written if same else now) + [""] * space
