#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

namespace {

std::size_t times_in(std::string_view where, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = where.find(what); at != std::string_view::npos && !what.empty();
         at = where.find(what, at + what.size()))
        ++count;
    return count;
}

}  // namespace

// It acknowledged a line that was new, and did not print it, though it had printed those before.
std::optional<model::Diagnosis> takes_a_new_line_for_a_double(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (failure.cause != model::Cause::missing || !wait.has_value() || ended(failure).has_value())
        return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    const std::vector<Line> lines = lines_to_acknowledge(failure);
    const auto says_the_same = [](const Line& line) {
        return [&line](const Line& other) { return bare(other.text) == bare(line.text); };
    };
    // Of two lines that say the same, each is to be printed.
    const auto is_printed = [&](const Line& line) {
        const auto due = std::count_if(lines.data(), &line + 1, says_the_same(line));
        return times_in(output, bare(line.text)) >= static_cast<std::size_t>(due);
    };
    const auto lost = std::find_if_not(lines.begin(), lines.end(), is_printed);
    if (lost == lines.begin() || lost == lines.end() || bare(lost->text).empty() ||
        lost->acknowledged.empty())
        return std::nullopt;
    const auto digits = [](const Line& line) { return line.datagram.find_first_not_of("0123456789"); };
    const bool is_longer = digits(*lost) != std::string::npos && digits(*lost) > digits(*(lost - 1));
    const auto same = std::find_if(lines.begin(), lost, says_the_same(*lost));
    if (same != lost)
        return model::Diagnosis{
            "",
            fmt::format(
                "{} was acknowledged, but not printed, as if it had been there before. {}, which says the "
                "same, was printed.",
                quote(lost->datagram, 60), quote(same->datagram, 60)),
            "Two lines with different numbers are two lines, whatever they say. Remember the numbers that "
            "have come, "
            "not the texts, and compare with those.",
            {lost->delivered.empty() ? lost->acknowledged.front() : lost->delivered.front(),
             lost->acknowledged.front()}};
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
