// A function for each command, which hands its options to _arguments (man zshcompsys).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "manual/completion.hh"

namespace sockgrade::manual {

namespace {

// Text in single quotes, with a backslash before what _arguments would take for an end.
std::string quoted(std::string_view text, std::string_view ends = {}) {
    std::string result;
    for (const char letter : text) {
        if (letter == '\'') {
            result += "'\\''";
            continue;
        }
        if (letter == '\\' || ends.find(letter) != std::string_view::npos) result += '\\';
        result += letter;
    }
    return result;
}

std::string function_name(const Command& command) {
    std::string name = "_sockgrade" + (command.name.empty() ? "" : "_" + command.name);
    for (char& letter : name)
        if (letter == ' ' || letter == '-') letter = '_';
    return name;
}

std::string action_of(const Parameter& one) {
    const std::string words = fmt::format("({})", fmt::join(one.words, " "));
    if (one.words.empty()) return one.takes_files ? "_files" : " ";
    if (!one.takes_files) return words;
    return fmt::format("{{_alternative \"words:word:{}\" \"files:file:_files\"}}", words);
}

std::string option_line(const Parameter& one, const std::string& name) {
    const std::string text = fmt::format("[{}]", quoted(one.text, "[]:"));
    const std::string others = one.is_repeated ? "*" : fmt::format("({})", fmt::join(one.names, " "));
    if (one.value.empty()) return fmt::format(" \\\n        '{}{}{}'", others, name, text);
    return fmt::format(" \\\n        '{}{}={}:{}:{}'", others, name, text, quoted(one.value, ":"),
                       quoted(action_of(one)));
}

std::string arguments_of(const Command& command) {
    std::string lines;
    for (const Parameter& one : command.options)
        for (const std::string& name : one.names) {
            std::string line = option_line(one, name);
            // The value of a short option is a word of its own.
            if (!name.starts_with("--") && !one.value.empty()) line.replace(line.find("=["), 1, "");
            lines += line;
        }
    for (std::size_t i = 0; i < command.operands.size(); ++i) {
        const Parameter& one = command.operands[i];
        lines += fmt::format(" \\\n        '{}:{}:{}'", one.is_repeated ? "*" : std::to_string(i + 1),
                             quoted(one.names.front(), ":"), quoted(action_of(one)));
    }
    return lines;
}

std::string leaf(const Command& command) {
    return fmt::format("{}() {{\n    _arguments -s -S{}\n}}\n\n", function_name(command),
                       arguments_of(command));
}

std::string group(const Command& command) {
    std::string commands;
    std::string calls;
    std::string functions;
    for (const Command& one : command.subcommands) {
        const std::string name = one.name.substr(one.name.rfind(' ') + 1);
        commands += fmt::format("                '{}:{}'\n", name, quoted(one.text, ":"));
        calls += fmt::format("                {}) {} ;;\n", name, function_name(one));
        functions += one.subcommands.empty() ? leaf(one) : group(one);
    }
    return functions + fmt::format(R"({}() {{
    local curcontext=$curcontext state line
    local -A opt_args
    local -a commands
    _arguments -C{} \
        '1: :->command' \
        '*:: :->words'
    case $state in
        command)
            commands=(
{}            )
            _describe command commands
            ;;
        words)
            case $words[1] in
{}            esac
            ;;
    esac
}}

)",
                                   function_name(command), arguments_of(command), commands, calls);
}

}  // namespace

std::string zsh_completion(const Command& program) {
    return fmt::format(R"(#compdef sockgrade
# Zsh completion, made by `sockgrade completion zsh`.

{}if [[ $funcstack[1] == _sockgrade ]]; then
    _sockgrade "$@"
else
    compdef _sockgrade sockgrade
fi
)",
                       group(program));
}

}  // namespace sockgrade::manual
