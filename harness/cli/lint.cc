// sockgrade lint SPEC...
#include <fmt/format.h>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/commands.hh"
#include "cli/output.hh"

namespace sockgrade::cli {

int lint(const Options& options) {
    std::vector<std::string> names = options.exercises;
    if (names.empty()) names = exercise_names();
    std::string text;
    std::size_t problems = 0;
    for (const std::string& name : names) {
        try {
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
