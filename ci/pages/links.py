"""Where the links of a page lead, and whether the options that it names are there."""

import re
import shlex
import subprocess


# An anchor as GitHub makes it.
def anchor(title):
    title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title.strip()).lower()
    return re.sub(r"[^\w\- ]", "", title).replace(" ", "-")


def anchors_of(text):
    return {anchor(line.lstrip("#")) for line in re.sub(r"^```.*?^```", "", text, flags=re.M | re.S).splitlines()
            if line.startswith("#")}


def dead_links(root, page, text):
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    prose = re.sub(r"`[^`\n]*`", "", prose)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, name = target.partition("#")
        file = (root / page).parent / path if path else root / page
        if not file.exists():
            yield f"{page}: the link to {target} leads nowhere"
        elif name and file.suffix == ".md" and name not in anchors_of(file.read_text(encoding="utf-8")):
            yield f"{page}: {target} names no heading of that page"


class Options:
    """What each command of a program takes, by its --help."""

    def __init__(self, program):
        self.program, self.known = program, {}

    def of(self, command):
        if command not in self.known:
            help_of = subprocess.run([self.program, *command.split(), "--help"], capture_output=True, text=True, check=False)
            self.known[command] = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", help_of.stdout)) if help_of.returncode == 0 else None
        return self.known[command]

    def unknown(self, page, text):
        for found in sorted(set(re.findall(r"(?:^|[\s`/$])sockgrade ((?:proxy )?[a-z]+)((?: +[^`\s|&;]+|\\\n)*)", text))):
            command, words = found
            options = self.of(command)
            if options is None:
                yield f"{page}: there is no command `sockgrade {command}`"
                continue
            for word in shlex.split(words.replace("\\\n", " "), posix=False):
                if word == "--":
                    break
                name = re.match(r"--[a-z][\w-]*", word)
                if name and name[0] not in options:
                    yield f"{page}: `sockgrade {command}` knows no {name[0]}"
