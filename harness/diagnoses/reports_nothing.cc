#include <fmt/format.h>

#include "diagnoses/gap_reports.hh"

namespace sockgrade::diagnoses {

// The texts are printed, and no number is looked at.
std::optional<model::Diagnosis> reports_nothing(const Failure& failure) {
    const auto gaps = gaps_of(failure);
    if (!gaps || !gaps->printed.empty()) return std::nullopt;
    const std::vector<GapReport> due = gap_reports(gaps->came, {});
    if (due.empty()) return std::nullopt;
    // Nothing but what is missing before the first one that came.
    const bool only_before = due == gap_reports({gaps->came.front()}, {});
    return model::Diagnosis{
        "", fmt::format("Your program reported nothing, where {} was due.", in_words(due)),
        only_before
            ? "Before anything has come your program awaits 0, whatever comes first: begin with "
              "expected = 0, and compare the first number with it too."
            : "Take the number from the beginning of each datagram and compare it with the one that you "
              "await.",
        gaps->evidence};
}

}  // namespace sockgrade::diagnoses
