"""What students get wrong in C, C++, Java, Go and JavaScript. A change that does not compile is thrown away later."""

import re

from mutation.braces import Braces
from mutation.model import Change

# In C and C++ a call has a value, and 0 says that all went well.
C_DROPPED = ("bind", "listen", "connect", "close", "shutdown", "setsockopt", "fflush", "freeaddrinfo", "fcntl", "alarm",
             "pthread_detach", "FD_SET", "FD_CLR", "FD_ZERO", "memset", "perror", "printf", "puts", "fputs", "fwrite",
             "putchar", "send", "sendto", "write", "signal", "sigaction", "usleep", "join", "detach", "clear", "erase",
             "push_back", "flush")
DROPPED = {
    "c": C_DROPPED,
    "cpp": C_DROPPED,
    "java": ("bind", "connect", "close", "shutdownOutput", "flush", "setSoTimeout", "setReuseAddress", "setLength", "send",
             "write", "print", "println", "printf", "start", "register", "configureBlocking", "clear", "flip", "remove",
             "newLine", "exit", "interrupt", "sleep", "join", "add", "writeBytes", "compact"),
    "go": ("Close", "CloseWrite", "Flush", "SetReadDeadline", "SetDeadline", "Write", "WriteTo", "WriteString", "Println",
           "Printf", "Print", "Fprintf", "Fprint", "Fprintln", "Exit", "Sleep", "Copy", "Add", "Wait", "Done", "Lock"),
    "javascript": ("bind", "listen", "connect", "close", "end", "destroy", "write", "send", "on", "once", "log", "error",
                   "setEncoding", "setTimeout", "clearTimeout", "clearInterval", "exit", "setInterval", "push", "delete"),
}
SOCKETS = (r"accept|recv|recvfrom|read|readLine|receive|Accept|Read|ReadFrom|ReadFromUDP|Scan|ReadString|fgets|getline|"
           r"select|poll|send|sendto|write|connect|nextLine|Copy")
SWAPPED = SOCKETS + r"|bind|listen|close|shutdown|setsockopt|setSoTimeout|setSockOpt|Close|flush|Flush|Write|println"
# the words, what is put in their place, and how that is called
WORDS = {
    "this-host-only": ((r"htonl\(INADDR_ANY\)|(?<!htonl\()\bINADDR_ANY\b", "htonl(INADDR_LOOPBACK)"),
                       (r"\bin6addr_any\b", "in6addr_loopback")),
    "swap-port-bytes": ((r"\bhtons\b", "(uint16_t)"), (r"\bntohs\b", "(uint16_t)")),
    "drop-htonl": ((r"\bhtonl\b", "(uint32_t)"),),
    "other-transport": ((r"\bSOCK_STREAM\b", "SOCK_DGRAM"), (r"\bSOCK_DGRAM\b", "SOCK_STREAM")),
    "not-upper-but-lower": ((r"\btoupper\b", "tolower"), (r"\btoUpperCase\b", "toLowerCase"), (r"\bToUpper\b", "ToLower")),
    "not-upper-but-same": ((r"\btoupper\b", ""), (r"\.toUpperCase\([^()]*\)", ""), (r"\b(bytes|strings)\.ToUpper\b", "")),
    "ascii": ((r"StandardCharsets\.UTF_8\b", "StandardCharsets.US_ASCII"),),
    "other-status": ((r"(?<=\breturn )1(?=;)", "0"), (r"(?<=\bexit\()1(?=\))", "0"), (r"(?<=\bExit\()[12](?=\))", "0"),
                     (r"(?<=\bexitCode = )1\b", "0"), (r"(?<=\breturn )0(?=;)", "1"), (r"\bEXIT_FAILURE\b", "0")),
    "drop-break": ((r"\bbreak\b(?=;|\n)", ""), (r"\bcontinue\b(?=;|\n)", "")),
    "drop-check": ((r"\bif \([^{};\n]*\)\s*(?:break|return|continue);", ";"),),
    "run-not-start": ((r"(?<=\.)start(?=\(\))", "run"), (r"\bgo (?=\w)", "")),
    "one-less": ((r"\b([A-Za-z_]\w*)(?=\]\s*=\s*(?:'|0))", r"\g<0> - 1"), (r"(?<=\[:)n(?=\])", "n-1"),
                 (r"\.getLength\(\)", ".getLength() - 1"), (r"\.length(?=\))", ".length - 1")),
    "one-more": ((r"(?<=\w = )0(?=;|,)", "1"), (r"(?<=\w = )1(?=;|,)", "2"), (r"(?<=:= )0\b", "1"), (r"(?<=:= )1\b", "2")),
    "drop-count": ((r"\b(\w+)\+\+(?=;|\)|\n)", r"\1"), (r"\+\+(\w+)(?=;|\))", r"\1"), (r"\b(\w+) \+= 1\b", r"\1 += 0")),
    "whole-buffer": ((r"\[:n\]", "[:]"), (r"\.getLength\(\)", ".getData().length")),
    "other-comparison": ((r" < (?!<)", " <= "), (r" > (?!>)", " >= "), (r" <= ", " < "), (r" >= ", " > "), (r" == ", " != "),
                         (r" != ", " == "), (r" === ", " !== "), (r" !== ", " === ")),
    "other-conjunction": ((r" && ", " || "), (r" \|\| ", " && ")),
    "receive-10": ((r"(?<=new byte\[)\w+(?=\])", "10"), (r"(?<=\[\]byte, )\w+(?=\))", "10"),
                   (r"(?<=ByteBuffer\.allocate\()\w+(?=\))", "10")),
}


def words(text):
    for operator, pairs in WORDS.items():
        for pattern, new in pairs:
            for match in text.find(pattern):
                yield Change(operator, ((match.start(), match.end(), match.expand(new)),))


def quoted(text):
    exact = {'"0.0.0.0"': "127.0.0.1", "'0.0.0.0'": "127.0.0.1", '":"': "127.0.0.1:", "'utf8'": "latin1", '"utf8"': "latin1"}
    for start, end in text.strings():
        literal = text.source[start:end]
        if literal in exact:
            yield Change("other-word", ((start + 1, end - 1, exact[literal]),))
        if literal[1:-1] in ("tcp", "udp"):
            yield Change("other-transport", ((start + 1, end - 1, "udp" if "tcp" in literal else "tcp"),))
        if literal.endswith('\\n"') or literal.endswith("\\n'") or literal.endswith("\\n`"):
            yield Change("drop-newline", ((end - 3, end - 1, ""),))


def drop_calls(text):
    names = DROPPED[text.language]
    for start, _, name, _, closing in text.calls(names):
        end = text.statement(start, closing + 1)
        operator = f"drop-{name.lower()}"
        if end is not None:
            line = text.code.rfind("\n", 0, start) + 1
            word = re.search(r"\b(await|defer|go)\s+$", text.code[line:start])
            yield Change(operator, ((line + word.start() if word else start, end, "" if text.language == "go" else ";"),))
        elif text.language in ("c", "cpp") and name in ("bind", "listen", "connect", "close", "shutdown", "setsockopt"):
            yield Change(operator, ((start, closing + 1, "0"),))
    if text.language == "cpp":
        for start, end, _, line in text.lines():
            if re.match(r"(std::)?(cout|cerr) <<", line):
                yield Change("drop-print", ((start, end, ";"),))


def lengths(text):
    """What stands third in a call of C: the size of a buffer, or how much is sent."""
    if text.language not in ("c", "cpp"):
        return
    for _, _, name, opening, closing in text.calls(("recv", "recvfrom", "read", "send", "sendto", "write")):
        arguments = text.arguments(opening, closing)
        if len(arguments) < 3 or text.code[opening - 1] == ">":
            continue
        start, end = arguments[2]
        size = text.source[start:end]
        new = ("1", "10") if name in ("recv", "recvfrom", "read") else (f"({size}) - 1", f"({size}) / 2", f"({size}) + 1", "sizeof(void *)")
        for one in new:
            verb = "receive" if name in ("recv", "recvfrom", "read") else "send"
            yield Change(f"{verb}-{one.replace(size, 'n').replace('(n) ', 'n').replace(' ', '')}", ((start, end, one),))


def what_is_sent(text):
    """JavaScript, Java and Go: the text that is sent."""
    names = {"javascript": ("write", "send", "end"), "java": ("write", "println", "print"), "go": ("Write", "WriteTo", "WriteToUDP")}
    for _, _, name, opening, closing in text.calls(names.get(text.language, ("nothing at all",))):
        arguments = text.arguments(opening, closing)
        if not arguments:
            continue
        start, end = arguments[0]
        first = text.source[start:end]
        if text.language == "javascript":
            yield Change("send-half", ((start, end, f"({first}).slice(0, 5)"),))
            yield Change("send-newline-too", ((start, end, f"({first}) + '\\n'"),))
            if name == "end":
                yield Change("write-not-end", ((opening - 3, opening, "write"),))
        elif text.language == "go":
            yield Change("send-half", ((start, end, f"({first})[:len({first})/2]"),))
        elif len(arguments) == 1 and "getBytes" in first:
            yield Change("send-half", ((start, end, f"java.util.Arrays.copyOf({first}, 5)"),))
        elif name in ("println", "print") and "System" not in text.source[opening - 20:opening]:
            yield Change("other-newline", ((opening - len(name), opening, "print" if name == "println" else "println"),))


def repeated(text):
    names = ("send", "sendto", "write", "recv", "recvfrom", "receive", "println", "Write", "WriteTo", "log", "printf")
    for start, _, name, _, closing in text.calls(names):
        end = text.statement(start, closing + 1)
        if end is not None:
            yield Change(f"twice-{name.lower()}", ((end, end, f"\n{text.source[start:closing + 1]}" + ";" * (text.language != "go")),))


def loops(text):
    for start, opening, closing in text.loops():
        body = text.code[start:closing]
        if not re.search(rf"\b({SOCKETS})\b", body):
            continue
        if opening is None:
            keyword = re.match(r"while", text.code[start:])
            if keyword:
                yield Change("loop-once", ((start, start + len("while"), "if"),))
        else:
            yield Change("loop-once", ((closing, closing, "break\n" if text.language == "go" else "break;\n"),))


def neighbours(text):
    found = list(text.lines())
    for (start, end, indent, first), (start2, end2, indent2, second) in zip(found, found[1:]):
        between = text.code[end:start2]
        if indent == indent2 and not between.strip() and between.count("\n") == 1 and \
                re.search(rf"\b({SWAPPED})\(", first + second):
            yield Change("swap-neighbours", ((start, end, text.source[start2:end2]), (start2, end2, text.source[start:end])))


def wrong_sockets(text):
    if text.language not in ("c", "cpp"):
        return
    for match in text.find(r"\b(\w+) = (?:::)?accept\((\w+),"):
        connection, listener = match.groups()
        for _, _, _, opening, closing in text.calls(("recv", "send", "read", "write", "close", "shutdown")):
            arguments = text.arguments(opening, closing)
            if arguments and text.source[slice(*arguments[0])] == connection:
                yield Change("listening-socket", ((*arguments[0], listener),))


def next_ports(text):
    patterns = {"c": r"\b(?:atoi|strtol|std::stoi)\([^()]*\)", "java": r"\bInteger\.parseInt\([^()]*\)",
                "javascript": r"\b(?:Number|parseInt)\([^()]*\)", "go": r"\bnothing at all\b"}
    for match in text.find(patterns["c" if text.language == "cpp" else text.language]):
        yield Change("next-port", ((match.end(), match.end(), " + 1"),))


OPERATORS = (words, quoted, drop_calls, lengths, what_is_sent, repeated, loops, neighbours, wrong_sockets, next_ports)


def changes(source, language):
    text = Braces(source, language)
    for operator in OPERATORS:
        yield from operator(text)
