#include <fmt/format.h>

#include <algorithm>

#include "base/pattern.hh"
#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// Something was not to be printed that a spec has words for, and a line of the output is just that.
std::optional<model::Diagnosis> prints_what_is_not_so(const Failure& failure) {
    const model::Prints* const prints = unmet_pattern(failure);
    if (prints == nullptr || prints->called.empty() || prints->times != 0U ||
        failure.cause != model::Cause::extra)
        return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failure.transcript.events.size());
    std::size_t looked_at = 0;
    for (std::size_t start = 0; start < output.size() && ++looked_at <= kMostLinesSearched;) {
        const std::size_t end = std::min(output.find('\n', start), output.size());
        const std::string line = output.substr(start, end - start);
        start = end + 1;
        if (count_matches(prints->pattern, line) == 0) continue;
        return model::Diagnosis{
            "",
            fmt::format("Your program printed {}: {}.", prints->called, quote(bare(line), 120)),
            "Look for the place where it prints that, and ask whether it is true there, and where its "
            "numbers "
            "come from.",
            {}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
