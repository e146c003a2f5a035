// A program with one of each: a flag, values, known words, operands, a command of two words.
#pragma once

#include "manual/command_line.hh"

namespace sockgrade::manual {

inline Command sample() {
    Parameter color{{"--color"}, "TEXT", {"auto", "always", "never"}, false, false,
                    false,       "auto", "auto, always, never"};
    Parameter output{{"--output", "-o"}, "FILE", {}, true, false, false, "", "where the report goes"};
    Parameter verbose{{"--verbose", "-v"}, "", {}, false, false, false, "", "tell all: it's more"};
    Parameter seed{{"--seed"}, "UINT", {}, false, false, false, "", "what chance is drawn from"};
    Parameter exercise{{"EXERCISE"}, "", {"echo", "udp-ping"}, false, true, false, "", "an exercise"};
    Parameter program{{"PROGRAM"}, "", {}, true, false, false, "", "a file"};
    Parameter spec{{"SPEC"}, "", {"echo", "udp-ping"}, true, false, true, "", "specs"};
    Parameter listen{{"--listen"}, "ADDRESS", {}, false, true, false, "", "where clients dial"};
    Command check{"check",
                  "grade one program",
                  "More may follow `--`.",
                  {color, output, verbose, seed},
                  {exercise, program},
                  {}};
    Command lint{"lint", "say what is wrong", "", {}, {spec}, {}};
    Command udp{"proxy udp", "datagrams", "", {listen, color}, {}, {}};
    Command tcp{"proxy tcp", "connections", "", {listen}, {}, {}};
    Command proxy{"proxy", "a faulty link", "", {}, {}, {udp, tcp}};
    Parameter version{{"--version"}, "", {}, false, false, false, "", "print the version"};
    return {"", "Grades programs.", "", {version}, {}, {check, lint, proxy}};
}

}  // namespace sockgrade::manual
