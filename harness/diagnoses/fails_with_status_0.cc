#include <fmt/format.h>

#include <algorithm>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

bool may_go_on(const Failure& failure) {
    const auto& steps = failure.transcript.plan.steps;
    return std::any_of(steps.begin(), steps.end(), [](const model::Step& step) {
        const auto* exits = std::get_if<model::Exits>(&step.action);
        return exits != nullptr && exits->otherwise == model::Exits::Or::goes_on;
    });
}

}  // namespace

// It ended because of what its peer did, and tells the shell that all went well.
std::optional<model::Diagnosis> fails_with_status_0(const Failure& failure) {
    const auto end = ended(failure);
    if (!had_to_fail(failure) || !end || end->termination.how != model::Termination::How::exited ||
        end->termination.code != 0)
        return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("{}, and your program ended with exit status 0. Whoever started it "
                                        "takes that for success.",
                                        may_go_on(failure) ? "What your program sent was not answered"
                                                           : "The other side had died"),
                            "End with another status where you notice that: sys.exit(1) in Python, "
                            "exit(1) in C, System.exit(1) in "
                            "Java, process.exit(1) in Node, os.Exit(1) in Go. "
                            "The loop that has tried often enough is such a place, and a recv() that returns "
                            "nothing, too.",
                            {end->number}};
}

}  // namespace sockgrade::diagnoses
