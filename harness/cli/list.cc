// sockgrade list
#include <fmt/format.h>

#include <algorithm>

#include "cli/catalog.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "faults/fault.hh"

namespace sockgrade::cli {

int list(const Options& options) {
    std::string text;
    if (!options.exercises.empty() && options.exercises.front() == "faults") {
        for (const faults::FaultKind& kind : faults::catalog())
            text += fmt::format("{:<12} {}\n", kind.name, kind.summary);
        print(text);
        return 0;
    }
    for (const std::string& name : exercise_names()) {
        const model::Spec spec = load_exercise(name);
        int points = 0;
        for (const model::CaseSpec& one : spec.cases) points += one.points;
        text += fmt::format("{:<24} {:<38} {:>2} cases {:>3} points\n", name, spec.title, spec.cases.size(),
                            points);
    }
    print(text);
    return 0;
}

}  // namespace sockgrade::cli
