#include <fmt/format.h>

#include <algorithm>

#include "base/pattern.hh"
#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

// What is not to be printed yet has to be printed in a later step.
bool is_due_later(const model::Plan& plan, const model::Prints& early) {
    bool later = false;
    for (const model::Step& step : plan.steps) {
        const auto* const prints = std::get_if<model::Prints>(&step.action);
        if (prints == nullptr) continue;
        if (later && prints->pattern == early.pattern && prints->times != 0U) return true;
        later = later || prints == &early;
    }
    return false;
}

std::string first_line_that_fits(const std::string& pattern, std::string_view output) {
    std::size_t looked_at = 0;
    for (std::size_t start = 0; start < output.size() && ++looked_at <= kMostLinesSearched;) {
        const std::size_t end = std::min(output.find('\n', start), output.size());
        const std::string line(output.substr(start, end - start));
        if (count_matches(pattern, line) > 0) return line;
        start = end + 1;
    }
    return {};
}

}  // namespace

// It says that something has happened before that has: at its start, or each time in its loop.
std::optional<model::Diagnosis> says_so_too_early(const Failure& failure) {
    const model::Prints* const prints = unmet_pattern(failure);
    if (prints == nullptr || prints->times != 0U || failure.cause != model::Cause::extra ||
        !is_due_later(failure.transcript.plan, *prints))
        return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failure.transcript.events.size());
    const std::string line = first_line_that_fits(prints->pattern, output);
    if (line.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program printed {} too early: what that says had not happened yet.",
                    quote(bare(line), 60)),
        "Print it at the one place where your program notices that it has happened: not at the start, and "
        "not "
        "each time in a loop.",
        {}};
}

}  // namespace sockgrade::diagnoses
