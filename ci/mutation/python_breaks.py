"""What students get wrong in Python. Each operator is a function from a tree to changes of its text."""

import ast
import re

from mutation.model import Change
from mutation.python_tree import Tree, called, is_call, is_socket_statement

DROPPED = {"bind", "listen", "connect", "close", "shutdown", "flush", "setsockopt", "settimeout", "setblocking", "send",
           "sendall", "sendto", "write", "writelines", "drain", "print", "start", "join", "register", "unregister",
           "append", "remove", "sleep", "exit", "_exit", "makefile", "clear", "add", "discard", "set", "cancel",
           "sendmsg", "put_nowait", "end_headers", "send_header", "send_response"}
SENDS = {"send", "sendall", "sendto", "write"}
RECEIVES = {"recv", "recvfrom", "read", "recv_into", "recvfrom_into"}
SOCKETS = SENDS | RECEIVES | {"accept", "connect", "select", "poll", "readline", "input"}
CAPITALS = {"upper": (".lower()", "", ".title()", ".swapcase()", ".capitalize()")}
COMPARISONS = {ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.Eq: ("==", "!="),
               ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"), ast.Is: ("is", "is not"), ast.NotIn: ("not in", "in")}


def drop_calls(tree):
    for node in tree.nodes(ast.Expr):
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        if is_call(value) and called(value) in DROPPED:
            yield Change(f"drop-{called(value).strip('_')}", (tree.replace(node, "pass"),))


def sizes(tree):
    for node in tree.calls(RECEIVES):
        if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, int):
            for size in ("1", "10"):
                yield Change(f"receive-{size}", (tree.replace(node.args[0], size),))


def what_is_sent(tree):
    for node in tree.calls(SENDS):
        if not node.args or isinstance(node.args[0], ast.Starred):
            continue
        text = tree.text(node.args[0])
        yield Change("send-half", (tree.replace(node.args[0], f"({text})[:len({text}) // 2]"),))
        yield Change("send-without-last", (tree.replace(node.args[0], f"({text})[:-1]"),))
        yield Change("send-newline-too", (tree.replace(node.args[0], f"({text}) + b'\\n'"),))
        if called(node) == "sendto" and len(node.args) == 2:
            to = tree.text(node.args[1])
            yield Change("send-to-next-port", (tree.replace(node.args[1], f"(({to})[0], ({to})[1] + 1)"),))
            yield Change("send-to-this-host", (tree.replace(node.args[1], f"('127.0.0.1', ({to})[1])"),))


def repeated(tree):
    for node in tree.nodes(ast.Expr, ast.Assign):
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        if is_call(value) and called(value) in SENDS | RECEIVES | {"accept", "print"}:
            yield Change(f"twice-{called(value)}", (tree.replace(node, f"{tree.text(node)}; {tree.text(node)}"),))


def loops(tree):
    for node in tree.nodes(ast.While, ast.For):
        if tree.has_call(node, SOCKETS):
            yield Change("loop-once", (tree.after(node.body[-1], "break"),))


def exceptions(tree):
    for node in tree.nodes(ast.Try):
        if not tree.has_call(ast.Module(node.body, []), SOCKETS | {"bind", "create_connection", "decode", "input"}):
            continue
        start, end = tree.span(node)
        yield Change("drop-try", ((start, start + len("try"), "if True"), (tree.span(node.body[-1])[1], end, "")))
        for handler in node.handlers:
            start, end = tree.span(handler.body[0])[0], tree.span(handler.body[-1])[1]
            yield Change("swallow-exception", ((start, end, "pass"),))


def transports(tree):
    for node in tree.nodes(ast.Name, ast.Attribute):
        name = node.id if isinstance(node, ast.Name) else node.attr
        start, end = tree.span(node)
        for old, new in (("SOCK_STREAM", "SOCK_DGRAM"), ("SOCK_DGRAM", "SOCK_STREAM")):
            if name == old:
                yield Change("other-transport", ((end - len(old), end, new),))


def addresses(tree):
    for node in tree.nodes(ast.Constant):
        if node.value == "0.0.0.0" or (node.value == "" and tree.is_host(node)):
            yield Change("this-host-only", (tree.replace(node, '"127.0.0.1"'),))
    for node in tree.nodes(ast.Call):
        if called(node) == "int" and "argv" in tree.text(node):
            yield Change("next-port", (tree.replace(node, f"({tree.text(node)} + 1)"),))
    for node in tree.nodes(ast.Subscript):
        inside_int = isinstance(tree.parent(node), ast.Call) and called(tree.parent(node)) == "int"
        if tree.text(node).endswith("argv[1]") and not inside_int:
            yield Change("ignore-host", (tree.replace(node, '"127.0.0.1"'),))
        if re.search(r"argv\[3(:|\])", tree.text(node)):
            yield Change("ignore-message", (tree.replace(node, '"hello"'),))


def capitals(tree):
    for node in tree.calls({"upper"}):
        if isinstance(node.func, ast.Attribute):
            end = tree.span(node)[1]
            for new in CAPITALS["upper"]:
                yield Change(f"not-upper-but-{new.strip('.()') or 'same'}", ((tree.span(node.func.value)[1], end, new),))


def encodings(tree):
    for node in tree.calls({"encode", "decode"}):
        if isinstance(node.func, ast.Attribute):
            start, end = tree.span(node.func.value)[1], tree.span(node)[1]
            yield Change(f"{called(node)}-ascii", ((start, end, f".{called(node)}('ascii')"),))
            yield Change(f"drop-{called(node)}", ((start, end, ""),))
    for node in tree.calls({"strip", "rstrip", "lstrip", "join"}):
        if isinstance(node.func, ast.Attribute) and called(node) != "join":
            yield Change("drop-strip", ((tree.span(node.func.value)[1], tree.span(node)[1], ""),))


def ends(tree):
    for node in tree.calls({"exit", "_exit"}):
        old = tree.text(node.args[0]) if node.args else "0"
        if node.args and old in ("0", "1"):
            yield Change("other-status", (tree.replace(node.args[0], "1" if old == "0" else "0"),))
    for node in tree.nodes(ast.Break, ast.Continue):
        yield Change(f"drop-{type(node).__name__.lower()}", (tree.replace(node, "pass"),))
    for node in tree.nodes(ast.If):
        if len(node.body) == 1 and isinstance(node.body[0], (ast.Break, ast.Continue, ast.Return)) and not node.orelse:
            yield Change("drop-check", (tree.replace(node, "pass"),))


def limits(tree):
    for node in tree.calls({"settimeout", "wait_for", "select", "wait"}):
        last = node.keywords[-1].value if node.keywords else node.args[-1] if node.args else None
        if isinstance(last, ast.Constant) and isinstance(last.value, (int, float)):
            yield Change("wait-long", (tree.replace(last, "1000"),))
            yield Change("wait-for-ever", (tree.replace(last, "None"),))
            yield Change("wait-hardly", (tree.replace(last, "0.0001"),))


def numbers(tree):
    for node in tree.nodes(ast.Constant):
        parent = tree.parent(node)
        counts = isinstance(parent, (ast.Assign, ast.Compare, ast.BinOp, ast.AugAssign, ast.Slice, ast.Subscript)) \
            or is_call(parent) and called(parent) in ("range", "enumerate")
        if counts and type(node.value) is int:
            yield Change("one-more", (tree.replace(node, str(node.value + 1)),))
            if node.value > 0:
                yield Change("one-less", (tree.replace(node, str(node.value - 1)),))
    for node in tree.nodes(ast.AugAssign):
        yield Change("drop-count", (tree.replace(node, "pass"),))


def conditions(tree):
    for node in tree.nodes(ast.Compare):
        old, new = COMPARISONS.get(type(node.ops[0]), (None, None))
        start, end = tree.span(node.left)[1], tree.span(node.comparators[0])[0]
        if old and len(node.ops) == 1 and tree.source[start:end].strip() == old:
            yield Change("other-comparison", ((start, end, f" {new} "),))
    for node in tree.nodes(ast.If, ast.While):
        if not isinstance(node.test, ast.Constant):
            yield Change("not-the-condition", (tree.replace(node.test, f"not ({tree.text(node.test)})"),))
    for node in tree.nodes(ast.BoolOp):
        start, end = tree.span(node.values[0])[1], tree.span(node.values[1])[0]
        old, new = (" and ", " or ") if isinstance(node.op, ast.And) else (" or ", " and ")
        if tree.source[start:end] == old:
            yield Change("other-conjunction", ((start, end, new),))


def neighbours(tree):
    for first, second in tree.neighbours():
        if is_socket_statement(first) or is_socket_statement(second):
            yield Change("swap-neighbours", (tree.replace(first, tree.text(second)), tree.replace(second, tree.text(first))))


def wrong_sockets(tree):
    for node in tree.nodes(ast.Assign):
        if not (is_call(node.value) and called(node.value) == "accept" and isinstance(node.targets[0], ast.Tuple)):
            continue
        connection, listener = tree.text(node.targets[0].elts[0]), tree.text(node.value.func.value)
        for call in tree.calls(SENDS | RECEIVES | {"close", "shutdown"}):
            if isinstance(call.func, ast.Attribute) and tree.text(call.func.value) == connection:
                yield Change("listening-socket", (tree.replace(call.func.value, listener),))


def prints(tree):
    for node in tree.calls({"print"}):
        if isinstance(node.func, ast.Name) and len(node.args) >= 1:
            if not any(keyword.arg == "end" for keyword in node.keywords):
                end = tree.span(node)[1] - 1
                yield Change("print-without-newline", ((end, end, ", end=''"),))
            last = node.args[-1]
            yield Change("print-repr", (tree.replace(last, f"repr({tree.text(last)})"),))
            if not isinstance(last, (ast.Constant, ast.JoinedStr)):
                yield Change("print-length", (tree.replace(last, f"len(str({tree.text(last)}))"),))
    for node in tree.nodes(ast.Constant):
        if isinstance(node.value, (str, bytes)) and len(node.value) >= 1 and node.value[-1:] in ("\n", b"\n"):
            text = tree.text(node)
            if text[-3:-1] == "\\n":
                yield Change("drop-newline", (tree.replace(node, text[:-3] + text[-1]),))


def threads(tree):
    for node in tree.calls({"start"}):
        if isinstance(node.func, ast.Attribute) and isinstance(tree.parent(node), ast.Expr):
            end = tree.span(node.func)[1]
            yield Change("run-not-start", ((end - len("start"), end, "run"),))
    for node in tree.nodes(ast.Assign):
        if is_call(node.value) and called(node.value) in ("bytearray", "set", "dict", "list") or \
                isinstance(node.value, (ast.List, ast.Dict)) or isinstance(node.value, ast.Constant) and node.value.value in ("", b""):
            if any(tree.has(loop, node) for loop in tree.nodes(ast.While, ast.For)):
                yield Change("drop-reset", (tree.replace(node, "pass"),))


OPERATORS = (drop_calls, sizes, what_is_sent, repeated, loops, exceptions, transports, addresses, capitals, encodings, ends,
             limits, numbers, conditions, neighbours, wrong_sockets, prints, threads)


def changes(text):
    tree = Tree(text)
    for operator in OPERATORS:
        yield from operator(tree)
