#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// It acknowledged a line that was new, and did not print it, though it had printed those before.
std::optional<model::Diagnosis> takes_a_new_line_for_a_double(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (failure.cause != model::Cause::missing || !wait.has_value() || ended(failure).has_value())
        return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    const std::vector<Line> lines = lines_to_acknowledge(failure);
    const auto is_printed = [&](const Line& line) { return contains(output, bare(line.text)); };
    const auto lost = std::find_if_not(lines.begin(), lines.end(), is_printed);
    if (lost == lines.begin() || lost == lines.end() || bare(lost->text).empty() ||
        lost->acknowledged.empty())
        return std::nullopt;
    const auto digits = [](const Line& line) { return line.datagram.find_first_not_of("0123456789"); };
    const bool is_longer = digits(*lost) != std::string::npos && digits(*lost) > digits(*(lost - 1));
    return model::Diagnosis{
        "",
        fmt::format("{} was acknowledged, but not printed, as if it had been there before. {} was printed.",
                    quote(lost->datagram, 60), quote((lost - 1)->datagram, 60)),
        is_longer ? "Compare numbers as numbers: as text \"10\" comes before \"9\". int(seq) in Python, "
                    "atoi() in C, "
                    "Integer.parseInt() in Java, Number() in JavaScript."
                  : "A line is printed when its number has not come before. Remember the numbers that have "
                    "come, or "
                    "the greatest of them, and compare with that.",
        {lost->delivered.empty() ? lost->acknowledged.front() : lost->delivered.front(),
         lost->acknowledged.front()}};
}

}  // namespace sockgrade::diagnoses
