// A line for each option and for each kind of operand.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "manual/completion.hh"

namespace sockgrade::manual {

namespace {

std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char letter : text) {
        if (letter == '\\' || letter == '\'') result += '\\';
        result += letter;
    }
    return result + "'";
}

// "proxy tcp": both words have been typed.
std::string typed(std::string_view command) {
    std::string condition;
    while (!command.empty()) {
        const std::size_t end = std::min(command.find(' '), command.size());
        condition += fmt::format("{}__fish_seen_subcommand_from {}", condition.empty() ? "" : "; and ",
                                 command.substr(0, end));
        command.remove_prefix(std::min(end + 1, command.size()));
    }
    return condition;
}

std::string values_of(const Parameter& one) {
    std::string text;
    if (!one.words.empty()) text += " -a " + quoted(fmt::format("{}", fmt::join(one.words, " ")));
    if (one.takes_files) text += " -F";
    return text;
}

std::string option_line(const Parameter& one, const std::string& condition) {
    std::string line = "complete -c sockgrade -n " + quoted(condition);
    for (const std::string& name : one.names)
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!one.value.empty()) line += " -r" + values_of(one);
    return fmt::format("{} -d {}\n", line, quoted(one.text));
}

std::string lines_of(const Command& command) {
    const bool is_program = command.name.empty();
    std::string lines;
    for (const Parameter& one : command.options)
        lines += option_line(one, is_program ? "__fish_use_subcommand" : typed(command.name));
    for (const Parameter& one : command.operands)
        if (!values_of(one).empty())
            lines +=
                fmt::format("complete -c sockgrade -n {}{}\n", quoted(typed(command.name)), values_of(one));
    std::string names;
    for (const Command& one : command.subcommands)
        names += (names.empty() ? "" : " ") + one.name.substr(one.name.rfind(' ') + 1);
    for (const Command& one : command.subcommands) {
        const std::string condition = is_program ? "__fish_use_subcommand"
                                                 : fmt::format("{}; and not __fish_seen_subcommand_from {}",
                                                               typed(command.name), names);
        lines += fmt::format("complete -c sockgrade -n {} -a {} -d {}\n", quoted(condition),
                             one.name.substr(one.name.rfind(' ') + 1), quoted(one.text));
        lines += lines_of(one);
    }
    return lines;
}

}  // namespace

std::string fish_completion(const Command& program) {
    return "# Fish completion, made by `sockgrade completion fish`.\n\ncomplete -c "
           "sockgrade -f\n" +
           lines_of(program);
}

}  // namespace sockgrade::manual
