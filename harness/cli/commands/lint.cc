// sockgrade lint SPEC...
#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/class_work.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "spec/assignment.hh"

namespace sockgrade::cli {

namespace {

bool is_yaml_name(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

// With its exercises, as `batch` would read it.
std::string lint_assignment(const std::string& file) {
    const batch::Work work = class_work(file, {});
    return fmt::format("{}: well formed, an assignment of {}\n", file,
                       count_of(work.parts.size(), "exercise"));
}

int lint(std::vector<std::string> names) {
    if (names.empty()) names = exercise_names();
    std::string text;
    std::size_t problems = 0;
    for (const std::string& name : names) {
        try {
            if (is_yaml_name(name) && spec::is_assignment(name)) {
                text += lint_assignment(name);
                continue;
            }
            const model::Spec spec = load_exercise(name, {}, spec::Reader::author);
            text += fmt::format(
                "{}: well formed, {}{}\n", spec.file, count_of(spec.cases.size(), "case"),
                spec.questions.empty() ? "" : " and " + count_of(spec.questions.size(), "question"));
        } catch (const SpecError& error) {
            problems += error.problems().size();
            text += fmt::format("{}\n", error.what());
        }
    }
    if (problems > 0) text += fmt::format("{} found\n", count_of(problems, "problem"));
    print(text);
    return problems > 0 ? 2 : 0;
}

}  // namespace

void add_lint(CLI::App& app, CommandLine& line) {
    const auto names = std::make_shared<std::vector<std::string>>();
    CLI::App* const command = app.add_subcommand("lint", "say what is wrong with specs and assignments");
    command->add_option("SPEC", *names,
                        "files of specs or assignments, or exercises (default: all exercises)");
    command->callback([names, &line] { line.action = [names] { return lint(*names); }; });
}

}  // namespace sockgrade::cli
