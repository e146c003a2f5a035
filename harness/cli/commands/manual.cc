#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/commands/commands.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "manual/completion.hh"
#include "manual/man_page.hh"
#include "reports/catalog.hh"

namespace sockgrade::cli {

namespace {

struct ManualOptions {
    std::string command;  // whose page; empty: the program's
    std::string out;      // a folder for all pages
};

// CLI11 says what may stand there behind the type: "TEXT:{auto,always,never}", "UINT:INT in [1 - 64]".
std::vector<std::string> choices_of(std::string_view type) {
    const std::size_t begin = type.find(":{");
    if (begin == std::string_view::npos || !type.ends_with('}')) return {};
    std::vector<std::string> choices(1);
    for (const char letter : type.substr(begin + 2, type.size() - begin - 3))
        if (letter == ',')
            choices.emplace_back();
        else
            choices.back() += letter;
    return choices;
}

// Of whole files: what else has a type of its own is a number, or a word that only its user knows.
bool names_a_file(std::string_view type, std::string_view name) {
    constexpr std::array kFiles = {"TEXT", "FILE", "PROGRAM", "FOLDER"};
    constexpr std::array kOthers = {"--case", "--only", "--listen", "--to", "--column"};
    return std::find(kFiles.begin(), kFiles.end(), type) != kFiles.end() &&
           std::find(kOthers.begin(), kOthers.end(), name) == kOthers.end();
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const reports::Format* format : reports::catalog()) names.emplace_back(format->name);
    return names;
}

manual::Parameter described(const CLI::Option& option) {
    manual::Parameter one;
    const std::string type = option.get_type_name();
    const bool is_operand = option.get_positional();
    if (is_operand) {
        one.names = {option.get_name(true)};
    } else {
        for (const std::string& name : option.get_lnames()) one.names.push_back("--" + name);
        for (const std::string& name : option.get_snames()) one.names.push_back("-" + name);
    }
    const std::string& name = one.names.front();
    const bool has_value = is_operand || option.get_items_expected_max() > 0;
    if (has_value && !is_operand) one.value = type.substr(0, type.find(':'));
    one.words = choices_of(type);
    if (name == "--format" && one.words.empty()) one.words = format_names();
    const bool is_exercise = name == "EXERCISE" || name == "ASSIGNMENT" || name == "SPEC";
    if (is_exercise) one.words = exercise_names();
    one.takes_files = has_value && one.words.empty() && names_a_file(type, name);
    if (name == "ASSIGNMENT" || name == "SPEC") one.takes_files = true;
    one.is_required = option.get_required();
    one.is_repeated = option.get_expected_max() > 1;
    one.initial = option.get_default_str();
    one.text = option.get_description();
    return one;
}

const manual::Command* find(const manual::Command& program, const std::string& name) {
    if (program.name == name) return &program;
    for (const manual::Command& one : program.subcommands)
        if (const manual::Command* const found = find(one, name); found != nullptr) return found;
    return nullptr;
}

void write_pages(const manual::Command& command, const std::filesystem::path& folder) {
    if (command.name != "help")
        write_file((folder / (manual::page_name(command) + ".1")).string(),
                   manual::man_page(command, SOCKGRADE_VERSION));
    for (const manual::Command& one : command.subcommands) write_pages(one, folder);
}

manual::Command described(const CLI::App& app) {
    manual::Command command;
    for (const CLI::App* one = &app; one->get_parent() != nullptr; one = one->get_parent())
        command.name = one->get_name() + (command.name.empty() ? "" : " " + command.name);
    command.text = app.get_description();
    command.footer = app.get_footer();
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_group().empty()) continue;
        (option->get_positional() ? command.operands : command.options).push_back(described(*option));
    }
    for (const CLI::App* one : app.get_subcommands(nullptr)) command.subcommands.push_back(described(*one));
    return command;
}

int print_manual(const CLI::App& app, const ManualOptions& options) {
    const manual::Command program = described(app);
    if (!options.out.empty()) {
        std::error_code error;
        std::filesystem::create_directories(options.out, error);
        write_pages(program, options.out);
        return 0;
    }
    const manual::Command* const command = find(program, options.command);
    if (command == nullptr)
        throw UsageError(fmt::format("there is no command {}; `sockgrade --help` shows them all",
                                     quote(options.command, 60)));
    print(manual::man_page(*command, SOCKGRADE_VERSION));
    return 0;
}

int print_completion(const CLI::App& app, const std::string& shell) {
    const manual::Command program = described(app);
    print(shell == "bash"  ? manual::bash_completion(program)
          : shell == "zsh" ? manual::zsh_completion(program)
                           : manual::fish_completion(program));
    return 0;
}

}  // namespace

void add_manual(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<ManualOptions>();
    CLI::App* const command =
        app.add_subcommand("manual", "print a page for man: sockgrade manual check | man -l -");
    command->add_option("COMMAND", options->command, "whose page (default: that of sockgrade itself)")
        ->type_name("NAME");
    command->add_option("--out", options->out, "write all pages to this folder")->type_name("FOLDER");
    command->callback(
        [options, &app, &line] { line.action = [options, &app] { return print_manual(app, *options); }; });
}

void add_completion(CLI::App& app, CommandLine& line) {
    const auto shell = std::make_shared<std::string>();
    CLI::App* const command =
        app.add_subcommand("completion", "print what makes a shell complete sockgrade's words");
    command->add_option("SHELL", *shell, "bash, zsh or fish")
        ->required()
        ->check(one_of({"bash", "zsh", "fish"}));
    command->footer(
        "Of bash, for yourself: sockgrade completion bash > "
        "~/.local/share/bash-completion/completions/sockgrade");
    command->callback(
        [shell, &app, &line] { line.action = [shell, &app] { return print_completion(app, *shell); }; });
}

}  // namespace sockgrade::cli
