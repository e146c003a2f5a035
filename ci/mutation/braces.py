"""A program in C, C++, Java, Go or JavaScript as text: where its calls, statements and blocks begin and end."""

import re

HIDDEN = re.compile(r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`""", re.S)
PAIRS = {"(": ")", "[": "]", "{": "}"}


def hide(match):
    """Comments become blanks, and what is in quotes becomes a text without letters of the same length."""
    text = match.group()
    if text.startswith("/"):
        return re.sub(r"[^\n]", " ", text)
    return text[0] + re.sub(r"[^\n]", "_", text[1:-1]) + text[-1]


class Braces:
    def __init__(self, source, language):
        self.source = source
        self.language = language
        self.code = HIDDEN.sub(hide, source)

    def find(self, pattern):
        return list(re.finditer(pattern, self.code, re.M))

    def strings(self):
        return [(match.start(), match.end()) for match in HIDDEN.finditer(self.source) if match.group()[0] in "\"'`"]

    def closing(self, opening):
        """Where the bracket that opens here is closed."""
        depth = 0
        for at in range(opening, len(self.code)):
            if self.code[at] in PAIRS:
                depth += 1
            elif self.code[at] in PAIRS.values():
                depth -= 1
                if depth == 0:
                    return at
        return len(self.code) - 1

    def calls(self, names):
        """Calls of these: (start of the expression, start of the name, name, opening bracket, closing bracket)."""
        pattern = rf"(?<![\w.])((?:(?:[\w\])]|::|\.|->)*(?:::|\.|->))?)\b({'|'.join(names)})\s*\("
        for match in self.find(pattern):
            opening = match.end() - 1
            yield match.start(), match.start(2), match.group(2), opening, self.closing(opening)

    def arguments(self, opening, closing):
        """Where each argument begins and ends, without the blanks around it."""
        found, start, depth = [], opening + 1, 0
        for at in range(opening + 1, closing + 1):
            if at == closing or (self.code[at] == "," and depth == 0):
                text = self.source[start:at]
                if text.strip():
                    left = start + len(text) - len(text.lstrip())
                    found.append((left, left + len(text.strip())))
                start = at + 1
            elif self.code[at] in PAIRS:
                depth += 1
            elif self.code[at] in PAIRS.values():
                depth -= 1
        return found

    def statement(self, start, end):
        """Does a statement consist of this expression alone? Then where it ends, semicolon included."""
        before = self.code[:start].rstrip(" \t")
        if re.search(r"\b(await|defer|go)$", before):
            before = re.sub(r"\b(await|defer|go)$", "", before).rstrip(" \t")
        if before and before[-1] not in "\n;{}":
            return None
        after = re.match(r"[ \t]*(;|(?=\n)|(?=\}))", self.code[end:])
        return end + after.end() if after else None

    def lines(self):
        """Statements with a line to themselves: (start, end, blanks before it, text)."""
        at = 0
        for line in self.code.split("\n"):
            text = line.strip()
            whole = text.endswith(";") if self.language != "go" else bool(text) and text[-1] not in "{},(:"
            if whole and not re.match(r"(return|break|continue|package|import|using|case|default|typedef|#|\}|\{|for|while)", text):
                start = at + len(line) - len(line.lstrip())
                yield start, start + len(text), line[:len(line) - len(line.lstrip())], text
            at += len(line) + 1

    def stands_alone(self, start):
        """Does a statement begin here that no `if` or `while` without braces belongs to?"""
        return self.code[:start].rstrip()[-1:] in (";", "{", "}")

    def loops(self):
        """The blocks of loops: (keyword's start, opening brace or None, closing brace)."""
        for match in self.find(r"\b(while|for)\b[ \t]*"):
            if self.language == "go":
                opening = self.code.find("{", match.end())
                yield match.start(), opening, self.closing(opening)
            elif self.code[match.end():match.end() + 1] == "(":
                end = self.closing(match.end())
                rest = re.match(r"\s*(\{)?", self.code[end + 1:])
                opening = end + rest.end() if rest.group(1) else None
                yield match.start(), opening, self.closing(opening) if opening else end
