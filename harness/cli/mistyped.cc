#include "cli/mistyped.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::cli {

namespace {

std::string or_nearest(const std::string& word, const std::vector<std::string>& known,
                       const char* before = "") {
    const std::string near = nearest_name(word, known);
    return near.empty() ? "" : fmt::format(" (did you mean '{}{}'?)", before, near);
}

// The innermost that was named: "check", "proxy udp"; "" for none.
const CLI::App& named_command(const CLI::App& app, std::string& name) {
    const std::vector<CLI::App*> named = app.get_subcommands();
    if (named.empty()) return app;
    name += (name.empty() ? "" : " ") + named.front()->get_name();
    return named_command(*named.front(), name);
}

std::string with_program(const std::string& command) {
    return command.empty() ? "sockgrade" : "sockgrade " + command;
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back(name);
    return names;
}

// Words that no operand and no option has taken; an option that is mistyped explains what else is missing.
std::string about_extras(const CLI::App& app, const CLI::App& command, const std::string& name) {
    const std::vector<std::string> extras = app.remaining(true);
    for (const std::string& extra : extras) {
        if (!extra.starts_with('-')) continue;
        const std::string option = extra.substr(0, extra.find('='));
        const std::string letters = option.substr(std::min(option.find_first_not_of('-'), option.size()));
        return fmt::format("`{}` has no option {}{}", with_program(name), quote(option, 60),
                           or_nearest(letters, options_of(command), "--"));
    }
    std::vector<std::string> words;
    for (const std::string& extra : extras) words.push_back(quote(extra, 60));
    if (words.empty()) return {};
    return fmt::format("{} {} too many for `{}`", list_of(words), words.size() == 1 ? "is" : "are",
                       with_program(name));
}

std::string about_no_command(const CLI::App& command, const std::string& name) {
    std::vector<std::string> known;
    for (const CLI::App* one : command.get_subcommands(nullptr)) known.push_back(one->get_name());
    if (name.empty()) return "a command is required";
    return fmt::format("`{}` is followed by {}", with_program(name), list_of(known, "or"));
}

std::string what_is_wrong(const CLI::App& app, const CLI::App& command, const std::string& name,
                          const CLI::ParseError& error) {
    const std::string kind = error.get_name();
    const std::string said = error.what();
    if (std::string extras = about_extras(app, command, name); !extras.empty()) return extras;
    if (kind == "RequiredError" && !command.get_subcommands(nullptr).empty())
        return about_no_command(command, name);
    // CLI11 has these as texts alone: "--seed: 1 required UINT missing", "Could not convert: --seed = abc".
    constexpr std::string_view kConversion = "Could not convert: ";
    if (kind == "ArgumentMismatch" && said.ends_with(" missing"))
        return said.substr(0, said.find(':')) + " takes a value";
    if (kind == "ConversionError" && said.starts_with(kConversion))
        return said.substr(kConversion.size()) + ": that is no whole number";
    return said;
}

}  // namespace

CLI::Validator one_of(std::vector<std::string> words) {
    const std::string description = fmt::format("{{{}}}", fmt::join(words, ","));
    return {[words = std::move(words)](const std::string& word) -> std::string {
                if (std::find(words.begin(), words.end(), word) != words.end()) return {};
                return fmt::format("{} is none of {}{}", quote(word, 60), list_of(words),
                                   or_nearest(word, words));
            },
            description};
}

CLI::Validator number_from(std::size_t least, std::size_t most) {
    return {[least, most](const std::string& word) -> std::string {
                std::size_t number = 0;
                const char* const end = word.data() + word.size();
                const auto read = std::from_chars(word.data(), end, number);
                const bool is_number = read.ec == std::errc{} && read.ptr == end;
                if (is_number && number >= least && number <= most) return {};
                return fmt::format("{} is no whole number from {} to {}", quote(word, 60), least, most);
            },
            fmt::format("{} to {}", least, most)};
}

void refuse_unknown_command(const CLI::App& app, const std::vector<std::string>& words) {
    if (words.empty() || words.front().starts_with('-')) return;
    std::vector<std::string> known;
    for (const CLI::App* command : app.get_subcommands(nullptr)) known.push_back(command->get_name());
    if (std::find(known.begin(), known.end(), words.front()) != known.end()) return;
    throw UsageError(fmt::format("there is no command '{}'{}; `sockgrade --help` shows them all",
                                 words.front(), or_nearest(words.front(), known)));
}

std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
    std::string name;
    const CLI::App& command = named_command(app, name);
    return fmt::format("{}; `{} --help` shows {}", what_is_wrong(app, command, name, error),
                       with_program(name), name.empty() ? "them all" : "what it takes");
}

}  // namespace sockgrade::cli
