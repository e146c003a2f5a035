"""A Python program as a tree whose nodes know where they stand in the text."""

import ast

SOCKET_CALLS = {"socket", "bind", "listen", "accept", "connect", "send", "sendall", "sendto", "recv", "recvfrom", "close",
                "shutdown", "setsockopt", "settimeout", "setblocking", "write", "drain", "read", "flush"}


def is_call(node):
    return isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute))


def called(node):
    """The name of what this calls, without what it belongs to; nothing where it is no call."""
    function = getattr(node, "func", None)
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def is_socket_statement(node):
    return any(is_call(one) and called(one) in SOCKET_CALLS for one in ast.walk(node))


class Tree:
    def __init__(self, source):
        self.source = source
        self.module = ast.parse(source)
        self.lines = source.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.parents = {}
        # Python 3.11 does not know where the parts of an f-string stand.
        self.unplaced = {inner for node in ast.walk(self.module) if isinstance(node, ast.JoinedStr)
                         for inner in ast.walk(node) if inner is not node}
        for node in ast.walk(self.module):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node

    def offset(self, line, column):
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node):
        return self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset)

    def text(self, node):
        start, end = self.span(node)
        return self.source[start:end]

    def replace(self, node, new):
        return (*self.span(node), new)

    def nodes(self, *kinds):
        return [node for node in ast.walk(self.module) if isinstance(node, kinds) and node not in self.unplaced]

    def calls(self, names):
        return [node for node in self.nodes(ast.Call) if called(node) in names]

    def parent(self, node):
        return self.parents.get(node)

    @staticmethod
    def has(outer, inner):
        return any(node is inner for node in ast.walk(outer))

    @staticmethod
    def has_call(node, names):
        return any(is_call(one) and called(one) in names for one in ast.walk(node))

    def is_host(self, node):
        """Is this where an address has its host?"""
        parent = self.parent(node)
        if isinstance(parent, ast.Tuple):
            return parent.elts[0] is node and len(parent.elts) == 2
        if isinstance(parent, ast.Assign):
            return "host" in self.text(parent.targets[0]).lower()
        return is_call(parent) and called(parent) == "start_server"

    def blocks(self):
        for node in ast.walk(self.module):
            for field in ("body", "orelse", "finalbody"):
                block = getattr(node, field, None)
                if isinstance(block, list):
                    yield block

    def neighbours(self):
        simple = (ast.Expr, ast.Assign, ast.AugAssign)
        for block in self.blocks():
            for first, second in zip(block, block[1:]):
                if isinstance(first, simple) and isinstance(second, simple):
                    yield first, second

    def before(self, node, statement):
        """`statement` ahead of this one, on a line of its own where this one has one."""
        start = self.span(node)[0]
        indent = self.source[self.starts[node.lineno - 1]:start]
        return (start, start, f"{statement}; " if indent.strip() else f"{statement}\n{indent}")

    def after(self, node, statement):
        end = self.span(node)[1]
        head = self.source[self.starts[node.lineno - 1]:self.span(node)[0]]
        return (end, end, f"; {statement}" if head.strip() else f"\n{head}{statement}")
