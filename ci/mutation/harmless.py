"""Changes that leave a right program right. What is made by them must be accepted: when it is not, the mistake is ours."""

import ast
import re

from mutation.braces import Braces
from mutation.model import Change
from mutation.python_tree import Tree, called, is_call

SEND_BY_BYTES = "[{call}(bytes([_byte])) for _byte in ({data})]"
SEND_IN_TWO = "{call}(({data})[:len({data}) // 2]); {call}(({data})[len({data}) // 2:])"
SLEEP = "__import__('time').sleep(0.05)"
KEEPALIVE = "{name}.setsockopt(__import__('socket').SOL_SOCKET, __import__('socket').SO_KEEPALIVE, 1)"
REUSE = "{name}.setsockopt(__import__('socket').SOL_SOCKET, __import__('socket').SO_REUSEADDR, 1)"
# The program proper is a child, and its parent waits for it.
IN_A_CHILD = """\
import os as _os
_child = _os.fork()
if _child: _os._exit(_os.waitstatus_to_exitcode(_os.waitpid(_child, 0)[1]))
"""
AT_FIRST = {
    "extra-print": "print('hello')\n",
    "unused-socket": "import socket as _socket; _unused = _socket.socket()\n",
    "closed-socket": "import socket as _socket; _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM).close()\n",
    "slow-start": f"{SLEEP}\n",
    "in-a-child": IN_A_CHILD,
    "unbuffered": "import sys as _sys; _sys.stdout.reconfigure(write_through=True)\n",
    "comments": "# a comment\n\n\n",
}


def renamed(tree):
    """A variable of the module or of a function that is nothing else, has another name."""
    stored = {node.id for node in tree.nodes(ast.Name) if isinstance(node.ctx, ast.Store)}
    taken = {arg.arg for arg in ast.walk(tree.module) if isinstance(arg, (ast.arg, ast.keyword))}
    taken |= {node.id for node in tree.unplaced if isinstance(node, ast.Name)}
    taken |= {name for node in ast.walk(tree.module) if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names}
    taken |= {node.name for node in ast.walk(tree.module) if isinstance(node, ast.ExceptHandler) and node.name}
    in_classes = {id(inner) for node in ast.walk(tree.module) if isinstance(node, ast.ClassDef)
                  for statement in node.body if isinstance(statement, ast.Assign) for inner in ast.walk(statement)}
    for name in sorted(stored - taken):
        uses = [node for node in tree.nodes(ast.Name) if node.id == name]
        if not any(id(node) in in_classes for node in uses):
            yield Change("rename", tuple(tree.replace(node, f"{name}_") for node in uses), True)


def sockets(tree):
    for node in tree.calls({"recv", "recvfrom"}):
        if node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value >= 512:
            yield Change("larger-buffer", (tree.replace(node.args[0], "65536"),), True)
    for node in tree.calls({"listen"}):
        yield Change("other-backlog", ((tree.span(node.func)[1], tree.span(node)[1], "(50)"),), True)
    for node in tree.nodes(ast.Assign):
        if is_call(node.value) and called(node.value) == "socket" and isinstance(node.targets[0], ast.Name):
            for operator, statement in (("reuse-address", REUSE), ("keep-alive", KEEPALIVE)):
                yield Change(operator, (tree.after(node, statement.format(name=node.targets[0].id)),), True)
    for node in tree.nodes(ast.Expr):
        value = node.value
        if is_call(value) and called(value) == "setsockopt" and re.search("REUSE|KEEPALIVE|NODELAY", tree.text(value)):
            yield Change("without-option", (tree.replace(node, "pass"),), True)
        if is_call(value) and called(value) == "close" and isinstance(value.func.value, ast.Name):
            yield Change("close-twice", (tree.after(node, tree.text(node)),), True)
            yield Change("sleep-before-close", (tree.before(node, SLEEP),), True)
    for node in tree.nodes(ast.Constant):
        if node.value == "0.0.0.0":
            yield Change("empty-for-any", (tree.replace(node, '""'),), True)
        if node.value == "" and tree.is_host(node) and called(tree.parent(node) or node) != "start_server":
            yield Change("any-for-empty", (tree.replace(node, '"0.0.0.0"'),), True)



def streams(tree):
    """How many sends a message takes is nobody's business, with TCP."""
    if "DGRAM" in tree.source or "Datagram" in tree.source or "UDP" in tree.source or "atagram_endpoint" in tree.source:
        return
    for node in tree.nodes(ast.Expr):
        value = node.value
        if not (is_call(value) and called(value) in ("sendall", "send") and len(value.args) == 1):
            continue
        parts = {"call": tree.text(value.func).replace(".send", ".sendall").replace(".sendallall", ".sendall"),
                 "data": tree.text(value.args[0])}
        yield Change("send-byte-by-byte", (tree.replace(node, SEND_BY_BYTES.format(**parts)),), True)
        yield Change("send-in-two", (tree.replace(node, SEND_IN_TWO.format(**parts)),), True)


def pauses(tree):
    for node in tree.nodes(ast.Expr, ast.Assign):
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        if is_call(value) and called(value) in ("bind", "listen", "connect", "accept", "send", "sendall", "sendto", "write",
                                                "recv", "recvfrom", "print", "create_server", "create_connection"):
            yield Change(f"sleep-before-{called(value)}", (tree.before(node, SLEEP),), True)


def printing(tree):
    for node in tree.nodes(ast.Expr):
        value = node.value
        if not (is_call(value) and called(value) == "print" and isinstance(value.func, ast.Name)):
            continue
        yield Change("flush-too", (tree.after(node, "__import__('sys').stdout.flush()"),), True)
        if len(value.args) == 1 and not value.keywords and not isinstance(value.args[0], ast.Starred):
            text = f"__import__('sys').stdout.write(str({tree.text(value.args[0])}) + '\\n')"
            yield Change("write-not-print", (tree.replace(node, text),), True)


def beginnings(tree):
    if "__future__" in tree.source:
        return
    at = tree.starts[1] if tree.source.startswith("#!") else 0
    for operator, text in AT_FIRST.items():
        yield Change(operator, ((at, at, text),), True)
    end = len(tree.source.rstrip("\n"))
    yield Change("comments", ((end, end, "\n\n\n# the end"),), True)


PYTHON = (renamed, sockets, streams, pauses, printing, beginnings)


def python_changes(source):
    tree = Tree(source)
    for operator in PYTHON:
        yield from operator(tree)


def brace_words(text):
    for match in text.find(r"(?<=[{;])\n"):
        yield Change("comments", ((match.start(), match.start(), " /* a comment */\n"),), True)
        break
    for name in ("buffer", "buf", "sock", "sockfd", "line", "message", "text", "conn", "client", "reply", "data", "s", "n"):
        uses = text.find(rf"\b{name}\b")
        declared = text.find(rf"(?<![\w.>])(?:\w+[ \t*]+|, \*?|\()[*&]?{name}\b(?=[ \t]*[=,;:)\[])")
        other = text.find(rf"(?:\.|->|::){name}\b|\b{name}[ \t]*(?:\(|:[^:=])|\b{name}\.\w+\.{name}\b")
        if uses and declared and not other and f"{{{name}" not in text.source and "<<" not in text.source:
            yield Change("rename", tuple((use.start(), use.end(), f"{name}_") for use in uses), True)
    for match in text.find(r"(?<=[\[(, ])(1024|2048|4096)(?=[\]);,])"):
        yield Change("larger-buffer", ((*match.span(), str(2 * int(match.group()))),), True)


def brace_calls(text):
    for start, _, name, opening, closing in text.calls(("listen", "setsockopt", "setReuseAddress")):
        arguments = text.arguments(opening, closing)
        if name == "listen" and text.language in ("c", "cpp") and len(arguments) == 2:
            yield Change("other-backlog", ((*arguments[1], "50"),), True)
        end = text.statement(start, closing + 1)
        if name != "listen" and end and "REUSE" in text.source[start:end].upper():
            yield Change("without-option", ((start, end, ";"),), True)
    sleeps = {"c": "usleep(50000); ", "cpp": "usleep(50000); ",
              "java": "try { Thread.sleep(50); } catch (InterruptedException slept_) { } "}
    if text.language in sleeps and (text.language == "java" or "unistd.h" in text.source):
        for start, end, _, line in text.lines():
            called_here = re.search(r"\b(send|sendto|write|recv|recvfrom|read|bind|listen|accept|close|receive|println)\(", line)
            if called_here and text.stands_alone(start):
                yield Change("sleep-before", ((start, start, sleeps[text.language]),), True)


def brace_streams(text):
    if text.language not in ("c", "cpp") or "SOCK_DGRAM" in text.source:
        return
    for start, _, name, opening, closing in text.calls(("send", "write")):
        end, arguments = text.statement(start, closing + 1), text.arguments(opening, closing)
        if end is None or len(arguments) < 3 or re.match(r"1$|STDOUT", text.source[slice(*arguments[0])]):
            continue
        rest = "".join(", " + text.source[slice(*one)] for one in arguments[3:])
        to, data, size = (text.source[slice(*one)] for one in arguments[:3])
        new = (f"for (int at_ = 0, all_ = (int)({size}); at_ < all_; at_++) "
               f"{name}({to}, (const char *)({data}) + at_, 1{rest});")
        yield Change("send-byte-by-byte", ((start, end, new),), True)


def brace_changes(source, language):
    text = Braces(source, language)
    for operator in (brace_words, brace_calls, brace_streams):
        yield from operator(text)
