// The command line as plain data, of which man pages and shells' completions are made.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::manual {

// An option, or what stands without one.
struct Parameter {
    std::vector<std::string> names;  // "--verbose", "-v"; of what stands without an option "EXERCISE"
    std::string value;               // of an option: what follows it, such as "FILE"; empty: nothing does
    std::vector<std::string> words;  // known ones for the value
    bool takes_files = false;        // the value may be a file's name
    bool is_required = false;
    bool is_repeated = false;
    std::string initial;  // what holds without it; empty: nothing to say
    std::string text;
};

struct Command {
    std::string name;  // "check", "proxy tcp"; empty: the program itself
    std::string text;
    std::string footer;  // lines behind the options, laid out as they are
    std::vector<Parameter> options;
    std::vector<Parameter> operands;   // in the order in which they stand
    std::vector<Command> subcommands;  // which come first, instead of operands
};

// All commands that have no subcommands themselves.
std::vector<const Command*> leaves_of(const Command& program);

}  // namespace sockgrade::manual
