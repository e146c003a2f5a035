"""Grades programs and their mutants, and decides what became of each mutant."""

import dataclasses
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading

from mutation import wire

# A check takes seconds, and a program that never rests a minute.
LIMIT = 300
ORIGINAL_RUNS = 3


@dataclasses.dataclass
class Graded:
    result: dict  # the report, or nothing
    trouble: str  # why there is none
    behaviour: dict

    def verdicts(self):
        return {case["id"]: case["verdict"] for case in self.result["cases"]}

    def does_not_build(self):
        causes = {case["cause"] for case in self.result["cases"] if case["verdict"] == "failed"}
        return "build-failed" in causes


@dataclasses.dataclass
class Outcome:
    """caught, equivalent, survivor, rejected (harmless), accepted (harmless), unbuilt, flips, inconclusive or trouble"""

    mutant: object
    kind: str
    parts: frozenset = frozenset()  # of a survivor: what was not as it was, as "stdout" or "received"
    cases: tuple = ()
    text: str = ""


class Grader:
    def __init__(self, root, program, seed):
        self.root = root
        self.program = program
        self.seed = seed
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mutants-"))
        self.children = set()
        self.lock = threading.Lock()
        self.originals = {}
        self.stopped = False

    def close(self):
        """Ends what still runs. Each child leads a process group of its own, and ends what it started."""
        self.stopped = True
        with self.lock:
            for child in self.children:
                os.killpg(child.pid, signal.SIGTERM)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, command):
        with self.lock:
            if self.stopped:
                raise KeyboardInterrupt
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                     start_new_session=True, text=True, errors="replace")
            self.children.add(child)
        try:
            out, err = child.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            out, err = child.communicate()
        finally:
            with self.lock:
                self.children.discard(child)
        return child.returncode, out, err

    def check(self, exercise, program):
        transcripts = tempfile.mkdtemp(dir=self.folder)
        try:
            status, out, err = self.run([str(self.program), "check", exercise, str(program), "--format", "json", "--seed",
                                         str(self.seed), "--transcripts", transcripts, "--questions", "never"])
            try:
                result = json.loads(out)
            except ValueError:
                return Graded({}, f"exit status {status}: {err.strip()[-500:]}", {})
            read = {file.name: json.loads(file.read_text()) for file in sorted(pathlib.Path(transcripts).glob("*.json"))}
            return Graded(result, "" if status in (0, 1, 3) else f"exit status {status}", wire.behaviour(read))
        finally:
            shutil.rmtree(transcripts, ignore_errors=True)

    def originals_of(self, program, count):
        """So many runs of the program as it is: what is not the same in them is not the mutant's doing. Runs are made
        when they are needed, since what is caught is compared with nothing. That it passes is what its proof shows.
        """
        with self.lock:
            lock, runs = self.originals.setdefault(program, (threading.Lock(), []))
        with lock:
            while len(runs) < count:
                graded = self.check(program.exercise, program.path)
                if graded.trouble or graded.result["verdict"] != "passed":
                    raise ValueError(f"the original is not accepted: {graded.trouble or said(graded)}")
                runs.append(graded)
        return [one.behaviour for one in runs]

    def written(self, mutant):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="mutant-", dir=self.folder))
        path = folder / mutant.program.name
        if mutant.program.path.is_dir():
            shutil.copytree(mutant.program.path, path)
            (path / mutant.file.relative_to(mutant.program.path)).write_text(mutant.after, encoding="utf-8")
        else:
            path.write_text(mutant.after, encoding="utf-8")
            path.chmod(mutant.file.stat().st_mode)
        return path

    def outcome(self, mutant):
        path = self.written(mutant)
        try:
            if mutant.file.suffix == ".js" and self.run(["node", "--check", str(path)])[0] != 0:
                return Outcome(mutant, "unbuilt")
            graded = self.check(mutant.program.exercise, path)
            if graded.trouble:
                return Outcome(mutant, "trouble", text=graded.trouble)
            return (self.harmless if mutant.harmless else self.broken)(mutant, path, graded)
        finally:
            shutil.rmtree(path.parent, ignore_errors=True)

    def harmless(self, mutant, path, graded):
        if graded.does_not_build():
            return Outcome(mutant, "unbuilt")
        if inconclusive(graded) and not failed(graded):
            return Outcome(mutant, "inconclusive", text=said(graded))
        if not failed(graded):
            return Outcome(mutant, "accepted")
        second = self.check(mutant.program.exercise, path)
        kind = "rejected" if second.trouble or failed(second) else "flips"
        return Outcome(mutant, kind, cases=failed(graded), text=said(graded))

    def broken(self, mutant, path, graded):
        if failed(graded):
            return Outcome(mutant, "unbuilt" if graded.does_not_build() else "caught", cases=failed(graded), text=said(graded))
        if inconclusive(graded):
            return Outcome(mutant, "inconclusive", text=said(graded))
        different = wire.differences(self.originals_of(mutant.program, 1), graded.behaviour)
        if different:
            different = wire.differences(self.originals_of(mutant.program, ORIGINAL_RUNS), graded.behaviour)
        if different:
            second = self.check(mutant.program.exercise, path)
            if second.trouble or failed(second):
                text = second.trouble or said(second)
                return Outcome(mutant, "flips", cases=() if second.trouble else failed(second), text=text)
            different &= wire.differences(self.originals_of(mutant.program, ORIGINAL_RUNS), second.behaviour)
        if not different:
            return Outcome(mutant, "equivalent")
        parts = frozenset(part.split()[0] for _, part in different)
        return Outcome(mutant, "survivor", parts, tuple(sorted({case for case, _ in different})))


def failed(graded):
    return tuple(case["id"] for case in graded.result["cases"] if case["verdict"] == "failed")


def said(graded):
    """What the report says of the cases that failed."""
    lines = []
    for case in graded.result["cases"]:
        if case["verdict"] != "passed":
            lines.append(f"{case['id']}: {case['verdict']}, {case['cause']}: {case['summary']}")
            lines += [f"    {one['message']} {one['hint']}" for one in case["diagnoses"]]
    return "\n".join(lines)


def inconclusive(graded):
    return any(verdict in ("inconclusive", "unsupported") for verdict in graded.verdicts().values())
