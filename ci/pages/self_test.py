"""ci/docs finds what is wrong in a page."""

import pathlib
import sys
import tempfile

FENCE = "```"
PROGRAM = """\
#!/bin/sh
case "$1 $2" in
    lint*) grep -q fine "$2" ;;
    "check --help") echo "  --case TEXT" ;;
    fetch*) exit 2 ;;
    *) sleep 1000 ;;
esac
"""


def session(info, *lines):
    return "\n".join(["# A page", "", FENCE + info, *lines, FENCE, ""])


# what it is, the page, a part of what has to be said of it ("": nothing)
PAGES = (
    ("what comes is right", session("console", "$ echo one; echo two", "one", "two"), ""),
    ("a wrong output", session("console", "$ echo one", "two"), "prints something else"),
    ("an output that is not there", session("console", "$ true", "one"), "prints something else"),
    ("an output that is not shown", session("console", "$ echo one"), "prints something else"),
    ("a missing program", session("console", "$ frobnicate it"), "no such command"),
    ("a missing program in a pipe", session("console head=0", "$ frobnicate | cat", "..."), "no such command"),
    ("a program that is not missed", session("console status=127", "$ frobnicate"), "no such command"),
    ("a command that fails", session("console", "$ cat nothing.txt", "cat: nothing.txt: No such file or directory"),
     "ends with 1, not 0"),
    ("a command that fails before the last", session("console", "$ false", "$ true"), "ends with 1, not 0"),
    ("a command that does not fail", session("console status=1", "$ true"), "ends with 0, not 1"),
    ("a command that has to fail", session("console status=1", "$ false"), ""),
    ("a status for each", session("console status=1,0", "$ false", "$ true"), ""),
    ("a wrong status of the first", session("console status=2,0", "$ false", "$ true"), "ends with 1, not 2"),
    ("what is not to be seen", session("console quiet", "$ echo a", "$ echo b", "b"), ""),
    ("what is not to be hidden", session("console quiet", "$ echo a", "$ echo b"), "prints something else"),
    ("a time", session("console", "$ echo came after 0.123 s from 127.0.0.1:34567",
                       "came after 1.5 s from 127.0.0.1:45678"), ""),
    ("another number", session("console", "$ echo 7/13", "8/13"), "prints something else"),
    ("other line breaks", session("console", "$ echo one two", "one", "two"), ""),
    ("the first and the last", session("console head=1 tail=1", "$ seq 9", "1", "...", "9"), ""),
    ("a part that is not there", session("console from=x", "$ seq 9", "x"), "prints something else"),
    ("from and to", session("console from=3 to=4", "$ seq 9", "...", "3", "4", "..."), ""),
    ("another order", session("console unordered", "$ echo a; echo b", "b", "a"), ""),
    ("another order of others", session("console unordered", "$ echo a; echo c", "b", "a"), "prints something else"),
    ("two lines of a command", session("console", "$ echo a \\", "    b", "a b"), ""),
    ("the background", session("console background", "$ bash -c 'echo up; cat; sleep 1000'", "up"), ""),
    ("a background that says more", session("console background", "$ bash -c 'echo up; sleep 1000'", "down"),
     "prints something else"),
    ("a background that is never ready", session("console background until=ready", "$ echo no", "no"),
     "did not say that it is ready"),
    ("a background that is waited for",
     session("console background until=up last=down", "$ bash -c 'echo up; while [ ! -e x ]; do :; done; echo down; sleep 1000'",
             "up", "down") + session("console", "$ touch x"), ""),
    ("a background that never says it", session("console background last=down", "$ echo up", "up"), "did not say down"),
    ("a change of the folder", session("console", "$ mkdir a", "$ cd a", "$ basename \"$PWD\"", "a"), ""),
    ("a folder that is not there", session("console", "$ cd a"), "ends with 1, not 0"),
    ("a block that says nothing", session("", "one"), "does not say what it is"),
    ("a reason that is missing", session("yaml not-run", "on: push"), "say why"),
    ("a word that nobody knows", session("console satus=1", "$ false"), "knows no satus"),
    ("a reason", session('yaml not-run="GitHub runs it"', "on: push"), ""),
    ("a file", session("yaml file=examples/a.yaml", "one", "two"), ""),
    ("a file that differs", session("yaml file=examples/a.yaml", "one"), "has another text"),
    ("a part of a file", session("yaml file=examples/a.yaml part", "two"), ""),
    ("no part of a file", session("yaml file=examples/a.yaml part", "three"), "are not in"),
    ("a file that is missing", session("yaml file=examples/b.yaml", "one"), "there is no file"),
    ("a spec", session("yaml", "# yes", "exercise: fine"), ""),
    ("a wrong spec", session("yaml", "exercise: bad"), "is not content with this spec"),
    ("a part of a spec", session("yaml", "- id: fine"), "does not say what it is"),
    ("a link", "# A\n\n[x](PAGE.md#a)\n", ""),
    ("a dead link", "# A\n\n[x](NONE.md)\n", "leads nowhere"),
    ("a dead anchor", "# A\n\n[x](PAGE.md#b)\n", "names no heading"),
    ("an option", "Say `sockgrade check x --case y -- --other`.\n", ""),
    ("an unknown option", "Say `sockgrade check x --cases y`.\n", "knows no --cases"),
    ("an unknown command", "Say `sockgrade fetch`.\n", "there is no command"),
)


def problems(check, page, fix=False):
    """What `check` says of it, and the page afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        program = root / "sockgrade"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        (root / "examples").mkdir()
        (root / "examples/a.yaml").write_text("one\ntwo\n")
        (root / "PAGE.md").write_text(page)
        found, _ = check(root, program, ["PAGE.md"], fix=fix)
        return "\n".join(found), (root / "PAGE.md").read_text()


def run(check):
    for name, page, said in PAGES:
        found = problems(check, page)[0]
        if (said not in found) if said else found:
            sys.exit(f"ci/docs: self-test: {name}: {found or 'nothing was found'}")
    wrong = session("console head=1", "$ seq 3", "x") + session("yaml file=examples/a.yaml", "x")
    mended = session("console head=1", "$ seq 3", "1", "...") + session("yaml file=examples/a.yaml", "one", "two")
    if problems(check, wrong, fix=True)[1] != mended or problems(check, mended)[0]:
        sys.exit("ci/docs: self-test: --fix does not mend a page")
    print("ci/docs: the self-test passed")
    return 0
