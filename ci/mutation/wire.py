"""What a program did, as its peers and its user saw it: what two transcripts must have in common to be the same.

Two runs of one program differ in times, in the ports that the system chose, and in how its threads come one after the
other. So each part of a case is compared by the strictest of three measures by which the runs of the original are alike.
"""

import json
import re

VOLATILE = ((re.compile(r"/[^\s\"']*/(?:sockgrade-[^\s/]*|mutant-[^\s/]*)"), "FOLDER"),
            (re.compile(r"0x[0-9a-f]+|@[0-9a-f]{5,}"), "ADDRESS"),
            (re.compile(r"\d\d:\d\d(:\d\d)?"), "TIME"),
            (re.compile(r"\d*\.\d+([eE]-?\d+)?|\d+[eE]-\d+"), "DECIMAL"))


def exact(part):
    return part


def without_numbers(part):
    return tuple(re.sub(r"\d+", "N", one) for one in part)


def in_any_order(part):
    return tuple(sorted(line for one in without_numbers(part) for line in one.split("\n")))


def nothing(_):
    return ()


MEASURES = (exact, without_numbers, in_any_order, nothing)


class Ports:
    """Names for the ports of a case: which they are does not matter, but which one is meant does."""

    def __init__(self, plan, events):
        given = plan["given"]
        self.names = {given["address"]["port"]: "GIVEN", given["own_port"]: "OWN"}
        for event in events:
            for end in ("local", "remote", "from", "to"):
                port = event.get(end, {}).get("port", 0) if isinstance(event.get(end), dict) else 0
                if port >= 32768:
                    self.names.setdefault(port, "EPHEMERAL")
        self.names.pop(0, None)

    def address(self, address):
        return f"{address['host']}:{self.names.get(address['port'], address['port'])}"

    def text(self, text):
        for pattern, name in VOLATILE:
            text = pattern.sub(name, text)
        return re.sub(r"\b\d{4,5}\b", lambda match: self.names.get(int(match.group()), match.group()), text)


def text_of(text):
    """As a transcript has bytes: a text, or something longer where they are not UTF-8."""
    return text if isinstance(text, str) else json.dumps(text, sort_keys=True)


def joined(parts):
    """How a stream, or an output, is cut into pieces depends on the moment."""
    return tuple(["".join(parts)])


def parts_of(transcript):
    """Name of the part: what it was, a tuple of texts."""
    plan, events = transcript["plan"], transcript["events"]
    ports = Ports(plan, events)
    found = {}

    def add(part, text):
        found.setdefault(part, []).append(text)

    for event in events:
        kind, who = event["event"], event.get("connection", "")
        if kind == "printed":
            add("stderr" if event["to_stderr"] else "stdout", text_of(event["bytes"]))
        elif kind == "received":
            add(f"received {who}", text_of(event["bytes"]))
        elif kind in ("finished", "reset-seen", "not-opened", "opened"):
            if kind != "finished" or event["by_program"]:
                add(f"connection {who}", kind)
        elif kind == "socket-call":
            where = event["address"]["host"] if event["ephemeral"] else ports.address(event["address"])
            add("calls", f"{event['call']} {event['transport']} {where} {event['error']}")
        elif kind in ("ended", "left-processes", "flooded", "coaxed"):
            details = {key: value for key, value in event.items() if key not in ("number", "at_us", "event")}
            add("end" if kind != "coaxed" else "coaxed", f"{kind} {json.dumps(details, sort_keys=True)}")
        elif kind == "step-ended":
            add("steps", f"{event['step']} {event['how']}")
    for part in found:
        if part in ("stdout", "stderr"):
            found[part] = (ports.text("".join(found[part])),)
        elif part.startswith("received") and plan["transport"] == "tcp":
            found[part] = joined(ports.text(text) for text in found[part])
        elif part.startswith("received"):
            found[part] = tuple(ports.text(text) for text in found[part])
        elif part == "calls":  # IPv4 and IPv6 come in any order
            found[part] = tuple(sorted(found[part]))
        else:
            found[part] = tuple(found[part])
    return found


def behaviour(transcripts):
    """Case and part of it: what it was. `transcripts` has a transcript for each name of a file."""
    return {(case, part): what for case, transcript in transcripts.items() for part, what in parts_of(transcript).items()}


def differences(originals, mutant):
    """The cases and parts in which this run is like none of the runs of the original."""
    found = set()
    for key in sorted({*mutant, *(key for one in originals for key in one)}):
        before = [one.get(key, ()) for one in originals]
        measure = next(one for one in MEASURES if len({one(what) for what in before}) == 1)
        if measure(mutant.get(key, ())) != measure(before[0]):
            found.add(key)
    return found
