// sockgrade lint SPEC...
#include <fmt/format.h>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/class_work.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "spec/assignment.hh"

namespace sockgrade::cli {

namespace {

bool is_yaml_name(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

// With its exercises, as `batch` would read it.
std::string lint_assignment(const std::string& file) {
    Options asked;
    asked.exercise = file;
    const batch::Work work = class_work(asked);
    return fmt::format("{}: well formed, an assignment of {}\n", file,
                       count_of(work.parts.size(), "exercise"));
}

}  // namespace

int lint(const Options& options) {
    std::vector<std::string> names = options.exercises;
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

}  // namespace sockgrade::cli
