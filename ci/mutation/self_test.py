"""Do the operators change what they should, and is what programs did compared as it should be? On literals: fast."""

import pathlib
import sys

from mutation import explained, making, wire
from mutation.model import Mutant, Program
from mutation.running import Outcome

PYTHON = """\
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", int(sys.argv[1])))
s.listen(5)
while True:
    c, a = s.accept()
    try:
        while True:
            data = c.recv(1024)
            if not data:
                break
            c.sendall(data.upper())
    except OSError as e:
        print("lost", e)
    c.close()
"""
C = """\
int main(void) {
    int s = socket(AF_INET, SOCK_STREAM, 0); /* listen(s, 5); */
    a.sin_port = htons(12000);
    a.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(s, (struct sockaddr *)&a, sizeof(a)) < 0)
        return 1;
    listen(s, 5);
    int c = accept(s, NULL, NULL);
    while ((n = recv(c, buffer, sizeof buffer, 0)) > 0) {
        send(c, buffer, n, 0);
    }
    close(c);
}
"""

# language, operator, harmless or not, what stands in the program, what stands there afterwards
EXPECTED = (
    ("python", "drop-bind", 's.bind(("", int(sys.argv[1])))\n', "pass\n"),
    ("python", "receive-10", "c.recv(1024)", "c.recv(10)"),
    ("python", "send-half", "sendall(data.upper())", "sendall((data.upper())[:len(data.upper()) // 2])"),
    ("python", "not-upper-but-title", "data.upper()", "data.title()"),
    ("python", "loop-once", "c.sendall(data.upper())\n", "c.sendall(data.upper())\n            break\n"),
    ("python", "drop-try", "    try:\n", "    if True:\n"),
    ("python", "swallow-exception", 'print("lost", e)', "pass"),
    ("python", "other-transport", "SOCK_STREAM", "SOCK_DGRAM"),
    ("python", "this-host-only", '(""', '("127.0.0.1"'),
    ("python", "next-port", "int(sys.argv[1])", "(int(sys.argv[1]) + 1)"),
    ("python", "drop-check", "if not data:\n                break", "pass"),
    ("python", "listening-socket", "c.recv", "s.recv"),
    ("python", "swap-neighbours", "s.listen(5)\n", 's.bind(("", int(sys.argv[1])))\n'),
    ("python", "any-for-empty", '(""', '("0.0.0.0"'),
    ("python", "other-backlog", "listen(5)", "listen(50)"),
    ("python", "send-in-two", "c.sendall(data.upper())",
     "c.sendall((data.upper())[:len(data.upper()) // 2]); c.sendall((data.upper())[len(data.upper()) // 2:])"),
    ("python", "sleep-before-accept", "    c, a = s", "    __import__('time').sleep(0.05)\n    c, a = s"),
    ("python", "close-twice", "c.close()", "c.close()\n    c.close()"),
    ("c", "drop-bind", "bind(s, (struct sockaddr *)&a, sizeof(a))", "0"),
    ("c", "drop-listen", "    listen(s, 5);", "    ;"),
    ("c", "swap-port-bytes", "htons(12000)", "(uint16_t)(12000)"),
    ("c", "this-host-only", "htonl(INADDR_ANY)", "htonl(INADDR_LOOPBACK)"),
    ("c", "receive-1", "recv(c, buffer, sizeof buffer, 0)", "recv(c, buffer, 1, 0)"),
    ("c", "send-n-1", "send(c, buffer, n, 0)", "send(c, buffer, (n) - 1, 0)"),
    ("c", "loop-once", "n, 0);\n    }", "n, 0);\n    break;\n}"),
    ("c", "listening-socket", "send(c", "send(s"),
    ("c", "send-byte-by-byte", "send(c, buffer, n, 0);",
     "for (int at_ = 0, all_ = (int)(n); at_ < all_; at_++) send(c, (const char *)(buffer) + at_, 1, 0);"),
    ("go", "whole-buffer", "conn.Write(buf[:n])", "conn.Write(buf[:])"),
    ("go", "drop-close", "defer conn.Close()\n", "\n"),
    ("go", "run-not-start", "go serve(conn)", "serve(conn)"),
    ("java", "not-upper-but-same", "line.toUpperCase()", "line"),
    ("java", "drop-flush", "    out.flush();", "    ;"),
    ("javascript", "drop-on", "socket.on('error', () => {\n  socket.end();\n});", ";"),
    ("javascript", "write-not-end", "socket.end('text')", "socket.write('text')"),
)


def fail(what):
    sys.exit(f"ci/mutants: self-test: {what}")


def test_operators():
    programs = {"python": PYTHON, "c": C}
    for language, operator, old, new in EXPECTED:
        text = programs.get(language, f"{old}\n")
        made = {change.apply(text) for change in making.changes_of(text, language) if change.operator == operator}
        if not any(new in one and one != text for one in made):
            fail(f"{operator} in {language} should make {new!r}; it makes {sorted(made)}")
    for change in making.changes_of(PYTHON, "python"):
        if not making.parses(change.apply(PYTHON)):
            fail(f"{change.operator} makes what is no Python: {change.apply(PYTHON)}")
    if any("/* ; */" in change.apply(C) for change in making.changes_of(C, "c")):
        fail("a comment was changed")


def transcript(*events, transport="tcp"):
    given = {"address": {"host": "127.0.0.1", "port": 31000}, "own_port": 0}
    return {"plan": {"given": given, "transport": transport}, "events": list(events)}


def received(text, connection="server"):
    return {"event": "received", "connection": connection, "bytes": text, "from": {"host": "127.0.0.1", "port": 40000}}


def printed(text):
    return {"event": "printed", "to_stderr": False, "bytes": text}


def different(originals, mutant, transport="tcp"):
    def made(events):
        return wire.behaviour({"case.json": transcript(*events, transport=transport)})

    return {part for _, part in wire.differences([made(one) for one in originals], made(mutant))}


def test_comparison():
    same = ([received("ab"), received("c")], [received("a"), received("bc")])
    for name, found, wanted in (
        ("a stream is the same however it is cut", different([same[0]], same[1]), set()),
        ("datagrams are not", different([same[0]], same[1], "udp"), {"received server"}),
        ("another text", different([[received("a")]], [received("b")]), {"received server"}),
        ("nothing at all", different([[received("a")]], []), {"received server"}),
        ("a port of the system's choice", different([[received("from 40000")]], [received("from 40000")]), set()),
        ("decimals", different([[printed("rtt 0.25 ms")]], [printed("rtt 0.5 ms")]), set()),
        ("another number", different([[printed("3 of 10")]], [printed("4 of 10")]), {"stdout"}),
        ("numbers that vary", different([[printed("pid 17")], [printed("pid 18")]], [printed("pid 19")]), set()),
        ("lines in any order", different([[printed("a\nb")], [printed("b\na")]], [printed("a\nb")]), set()),
        ("a line too many", different([[printed("a\nb")], [printed("b\na")]], [printed("a\nb\nb")]), {"stdout"}),
    ):
        if found != wanted:
            fail(f"{name}: {found or 'the same'}")


def test_explanations():
    def made(operator, line="s.listen(5)"):
        program = Program("tcp-receiver", pathlib.Path("plain.py"))
        return Mutant(program, program.path, operator, False, "", "", line, 1)

    mutant = made("drop-listen")
    survivor = Outcome(mutant, "survivor", frozenset({"stdout"}))
    for text, matches in (
        ("{operator: drop-listen, reason: r}", True),
        ("{operator: drop-*, exercise: [tcp-receiver, x], reason: r}", True),
        ("{operator: drop-listen, line: listen(, reason: r}", True),
        ("{operator: drop-listen, line: accept, reason: r}", False),
        ("{program: plain.py, differs: [stdout, stderr], reason: r}", True),
        ("{program: plain.py, differs: [calls], reason: r}", False),
    ):
        rules = explained.rules_of(f"- {text}")
        if bool(explained.rule_for(survivor, rules)) != matches:
            fail(f"{text} should{'' if matches else ' not'} explain a survivor")
        if bool(list(explained.stale(rules, [mutant], [survivor], True))) == matches:
            fail(f"{text}: is it stale?")
    rules = explained.rules_of("- {operator: drop-*, reason: r}")
    if list(explained.stale(rules, [mutant, made("drop-bind")], [Outcome(mutant, "caught")], True)):
        fail("a rule whose mutants were not all run is called stale")
    for text in ("- {operator: x}", "- {reason: x}", "- {operater: x, reason: y}"):
        try:
            explained.rules_of(text)
        except ValueError:
            continue
        fail(f"{text} is taken for a rule")


def run():
    test_operators()
    test_comparison()
    test_explanations()
    print("ci/mutants: the self-test passed")
    return 0
