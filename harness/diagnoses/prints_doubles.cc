#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// A line that was delivered more than once was printed more than once.
std::optional<model::Diagnosis> prints_doubles(const Failure& failure) {
    if (failure.cause != model::Cause::extra) return std::nullopt;
    const std::vector<Line> lines = lines_to_acknowledge(failure);
    const std::string output = printed(failure.transcript, 0, failure.transcript.events.size());
    for (const Line& line : lines) {
        std::size_t count = 0;
        for (std::size_t at = output.find(line.text); !line.text.empty() && at != std::string::npos;
             at = output.find(line.text, at + line.text.size()))
            ++count;
        if (count < 2 || line.delivered.size() < 2) continue;
        bool others_between = false;
        for (const Line& other : lines)
            for (const std::size_t number : other.delivered)
                others_between = others_between || (&other != &line && number > line.delivered.front() &&
                                                    number < line.delivered.back());
        return model::Diagnosis{
            "",
            fmt::format("{} came {}{}, and your program printed it {}.", quote(line.datagram, 60),
                        times_in_words(line.delivered.size()),
                        others_between ? ", with other lines in between" : "", times_in_words(count)),
            others_between ? "To compare with the line before is not enough. Keep the number of the next "
                             "line: each smaller "
                             "one is old, and only acknowledged."
                           : "Keep the number of the next line. Print a line with that number, and then add "
                             "1; one with a "
                             "smaller number is old, and only acknowledged.",
            {line.delivered.front(), line.delivered.back()}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
