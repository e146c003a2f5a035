"""The fenced blocks of a page, and which lines of an output they show. The words behind a fence: ci/docs."""

import difflib
import re
import shlex

FENCE = re.compile(r"^(`{3,})\s*(.*)$")


class Block:
    """One fenced block: where it stands, what its first line says, its text."""

    def __init__(self, page, first, info, lines):
        self.page, self.first, self.lines = page, first, lines
        words = shlex.split(info)
        self.language = words[0] if words else ""
        self.says = dict(word.split("=", 1) if "=" in word else (word, "") for word in words[1:])
        self.shown = lines  # with --fix, what is to be there
        self.problems = []

    def wrong(self, what):
        self.problems.append(f"{self.page}:{self.first}: {what}")

    def is_run(self):
        return self.language == "console" and "not-run" not in self.says

    def is_spec(self):
        begins = next((line for line in self.lines if not line.startswith("#")), "")
        return self.language == "yaml" and not self.says and begins.startswith("exercise:")

    def commands(self):
        """[command, lines below it], one pair for each."""
        found = []
        continues = False
        for line in self.lines:
            if continues:
                found[-1][0] += "\n" + line
            elif line.startswith("$ "):
                found.append([line[2:], []])
            elif found:
                found[-1][1].append(line)
            else:
                self.wrong("a session begins with \"$ COMMAND\"")
                return []
            continues = (continues or line.startswith("$ ")) and line.endswith("\\")
        return found


def blocks_of(page, text):
    """The blocks, and sections as lists of blocks."""
    sections, block, fence = [[]], None, ""
    for number, line in enumerate(text.splitlines(), start=1):
        opened = FENCE.match(line)
        if block is None and opened:
            fence, block = opened[1], (number, opened[2], [])
        elif block is not None and line.strip() == fence:
            sections[-1].append(Block(page, *block))
            block = None
        elif block is not None:
            block[2].append(line)
        elif line.startswith("## "):
            sections.append([])
    return [section for section in sections if section]


# What differs from run to run, and what stands for it.
VOLATILE = [
    (r"/tmp/[\w./-]*", "/tmp/..."),
    (r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z| UTC)?)?", "<date>"),
    (r"\b\d+(\.\d+)? (s|ms|us|seconds?|minutes?|KiB|MiB)\b", "<time>"),
    (r"^(\s*)\d+\.\d{3,6}  ", r"\1<time> "),  # a stamp in front of a line
    (r"^(\s*>?\s*)\d+  +(?=<time>)", r"\1<step> "),
    (r"\d+ of \d+ steps", "<steps>"),
    (r"\bisolation( level)? +[A-E]\b", "isolation <level>"),
    (r"(?<=:)\d{4,5}\b|(?<=port )\d+|\b\d{5,}\b", "<number>"),
]


def words_of(lines):
    text = "\n".join(lines)
    for pattern, instead in VOLATILE:
        text = re.sub(pattern, instead, text, flags=re.MULTILINE)
    return text.split()


def cut(lines, says):
    """The lines that a block is to show."""
    if not {"head", "tail", "from", "to", "keep"} & set(says):
        return lines
    wanted = set(range(int(says.get("head", 0))))
    wanted |= set(range(len(lines) - int(says.get("tail", 0)), len(lines)))
    if "from" in says or "to" in says:
        begin = next((i for i, line in enumerate(lines) if re.search(says.get("from", ""), line)), None)
        if begin is not None:
            end = next((i for i, line in enumerate(lines) if "to" in says and i >= begin and re.search(says["to"], line)),
                       len(lines) - 1)
            wanted |= set(range(begin, end + 1))
    if "keep" in says:
        wanted |= {i for i, line in enumerate(lines) if re.search(says["keep"], line)}
    shown = []
    for i, line in enumerate(lines):
        if i in wanted and (line or (shown and shown[-1] != "...")):
            shown.append(line)
        elif i not in wanted and (not shown or shown[-1] != "..."):
            while shown and not shown[-1]:
                shown.pop()
            shown.append("...")
    return shown


def check_file(block, root):
    file = root / block.says["file"]
    if not file.is_file():
        return block.wrong(f"there is no file {block.says['file']}")
    whole = file.read_text(encoding="utf-8").splitlines()
    if "part" in block.says:
        wanted = len(block.lines)
        if not any(whole[i:i + wanted] == block.lines for i in range(len(whole))):
            block.wrong(f"these lines are not in {block.says['file']}")
    elif whole != block.lines:
        block.shown = whole
        block.wrong(f"{block.says['file']} has another text\n" +
                    "\n".join(difflib.unified_diff(block.lines, whole, "page", "file", lineterm="", n=1)))
    return None


def check_kind(block):
    """Every block says what it is."""
    known = {"console": {"status", "quiet", "head", "tail", "from", "to", "keep", "unordered", "background", "until", "last", "not-run"}}
    unknown = set(block.says) - known.get(block.language, {"file", "part", "not-run"})
    if unknown:
        block.wrong(f"a {block.language or 'nameless'} block knows no {', '.join(sorted(unknown))}")
    elif not block.is_spec() and block.language not in ("console", "text") and not {"file", "not-run"} & set(block.says):
        block.wrong("this block does not say what it is: console, text, file=PATH, or not-run=\"why\"")
    elif block.says.get("not-run") == "":
        block.wrong("say why it is not run: not-run=\"why\"")
