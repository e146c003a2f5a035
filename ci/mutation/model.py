"""What every part of the mutation tests speaks of: a program, and a change to it."""

import dataclasses
import difflib
import pathlib

LANGUAGES = {".py": "python", ".c": "c", ".cc": "cpp", ".cpp": "cpp", ".java": "java", ".go": "go", ".js": "javascript"}


@dataclasses.dataclass(frozen=True)
class Change:
    """One change to a text: pieces of it, from `start` to before `end`, become others."""

    operator: str
    edits: tuple  # of (start, end, replacement)
    harmless: bool = False

    def apply(self, text):
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text


@dataclasses.dataclass(frozen=True)
class Program:
    """One of the programs that a spec accepts: a file, or a folder of them."""

    exercise: str
    path: pathlib.Path

    @property
    def name(self):
        return self.path.name

    def sources(self):
        files = sorted(self.path.rglob("*")) if self.path.is_dir() else [self.path]
        return [file for file in files if file.suffix in LANGUAGES]


@dataclasses.dataclass(frozen=True)
class Mutant:
    program: Program
    file: pathlib.Path
    operator: str
    harmless: bool
    before: str
    after: str
    line: str  # the first line that is not as it was
    number: int

    @property
    def name(self):
        return f"{self.program.exercise} {self.program.name}:{self.number} {self.operator}"

    def difference(self):
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), lineterm="", n=0)
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def mutant_of(program, file, before, change):
    after = change.apply(before)
    number = before.count("\n", 0, min(start for start, _, _ in change.edits))
    lines = before.split("\n")
    # A change that begins with the end of a line is about what follows.
    return Mutant(program, file, change.operator, change.harmless, before, after, lines[number].strip(), number + 1)
