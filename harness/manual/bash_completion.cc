// A function that finds out which command and which place it is at, and two tables for it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "base/text.hh"
#include "manual/completion.hh"

namespace sockgrade::manual {

namespace {

constexpr std::string_view kHead = R"(# Bash completion, made by `sockgrade completion bash`.

)";

// Bash cuts words at "=" too: "--color=a" comes as three.
constexpr std::string_view kFunction = R"(
_sockgrade() {
    local current=${COMP_WORDS[COMP_CWORD]} command="" option="" place=0 candidates i word
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == = ]]; then
            continue
        elif [[ $option ]]; then
            option=""
        elif [[ $word == -- ]]; then
            command=$word
            break
        elif [[ $word == -* ]]; then
            if [[ " $(_sockgrade_options "$command") " == *" $word= "* ]]; then option=$word; fi
        elif _sockgrade_is_group "$command"; then
            command=${command:+$command }$word
        else
            place=$((place + 1))
        fi
    done
    if [[ $current == = ]]; then current=""; fi
    if [[ $option ]]; then
        candidates=$(_sockgrade_values "$command $option")
    elif [[ $current == -* && $command != -- ]]; then
        candidates=$(_sockgrade_options "$command")
        candidates=${candidates//= / }
        candidates=${candidates%=}
    else
        candidates=$(_sockgrade_values "$command $place")
    fi
    COMPREPLY=()
    for word in $candidates; do
        if [[ $word == FILES ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
        elif [[ $word == "$current"* ]]; then
            COMPREPLY+=("$word")
        fi
    done
}

complete -F _sockgrade sockgrade
)";

std::string row(const std::string& pattern, const std::vector<std::string>& words) {
    return fmt::format("        {}) echo '{}' ;;\n", pattern, fmt::join(words, " "));
}

std::vector<std::string> last_words(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const Command& one : commands) names.push_back(one.name.substr(one.name.rfind(' ') + 1));
    return names;
}

std::vector<std::string> values_of(const Parameter& one) {
    std::vector<std::string> values = one.words;
    if (one.takes_files) values.emplace_back("FILES");
    return values;
}

struct Tables {
    std::string groups;
    std::string options;
    std::string values;
};

void add(Tables& tables, const Command& command) {
    std::vector<std::string> names;
    for (const Parameter& one : command.options)
        for (const std::string& name : one.names) {
            names.push_back(one.value.empty() ? name : name + "=");
            if (!one.value.empty() && !values_of(one).empty())
                tables.values += row(fmt::format("'{} {}'", command.name, name), values_of(one));
        }
    tables.options += row(fmt::format("'{}'", command.name), names);
    for (std::size_t i = 0; i < command.operands.size(); ++i) {
        const Parameter& one = command.operands[i];
        if (!values_of(one).empty())
            tables.values += row(one.is_repeated ? fmt::format("'{} '[0-9]*", command.name)
                                                 : fmt::format("'{} {}'", command.name, i),
                                 values_of(one));
    }
    if (command.subcommands.empty()) return;
    tables.groups += fmt::format("{}'{}'", tables.groups.empty() ? "" : " | ", command.name);
    tables.values += row(fmt::format("'{} 0'", command.name), last_words(command.subcommands));
    for (const Command& one : command.subcommands) add(tables, one);
}

}  // namespace

std::string bash_completion(const Command& program) {
    Tables tables;
    add(tables, program);
    tables.values += row("'-- '*", {"FILES"});
    return fmt::format(
        "{}_sockgrade_is_group() {{\n    case $1 in\n        {}) return 0 ;;\n    esac\n    return 1\n}}\n\n"
        "# Of a command. A value follows those that end with \"=\".\n"
        "_sockgrade_options() {{\n    case $1 in\n{}    esac\n}}\n\n"
        "# Known values of an option, or of what stands at a place behind the command.\n"
        "_sockgrade_values() {{\n    case $1 in\n{}    esac\n}}\n{}",
        kHead, tables.groups, tables.options, tables.values, kFunction);
}

}  // namespace sockgrade::manual
