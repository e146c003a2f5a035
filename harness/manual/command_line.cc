#include "manual/command_line.hh"

namespace sockgrade::manual {

std::vector<const Command*> leaves_of(const Command& program) {
    std::vector<const Command*> leaves;
    for (const Command& command : program.subcommands) {
        if (command.subcommands.empty()) leaves.push_back(&command);
        for (const Command* one : leaves_of(command)) leaves.push_back(one);
    }
    return leaves;
}

}  // namespace sockgrade::manual
