#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// It went on to the next line, and sent the one before all the same: a timer that nobody stops.
std::optional<model::Diagnosis> sends_acknowledged_lines_again(const Failure& failure) {
    constexpr std::size_t kTelling = 2;  // one may have crossed with the acknowledgement
    if (!came_to_nothing(failure.cause) && failure.cause != model::Cause::extra) return std::nullopt;
    const std::vector<Line> lines = lines_to_send(failure);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Line& line = lines[i];
        const Line& next = lines[i + 1];
        if (line.confirmed.empty() || next.sent.empty() || next.sent.front() < line.confirmed.front())
            continue;
        const auto again = std::count_if(line.sent.begin(), line.sent.end(),
                                         [&](std::size_t number) { return number > next.sent.front(); });
        if (again < static_cast<std::ptrdiff_t>(kTelling)) continue;
        return model::Diagnosis{
            "",
            fmt::format("{} was acknowledged, and your program went on to the next line. After that it sent "
                        "the old line again, {}.",
                        quote(line.datagram, 60), times_in_words(static_cast<std::size_t>(again))),
            "A timer that was started for a line goes on until it is stopped. Stop it when the "
            "acknowledgement has come: clearTimeout() and clearInterval() in JavaScript, timer.cancel() in "
            "Python, task.cancel() in Java. A second thread or loop that sends has to end then, too.",
            {line.confirmed.front(), next.sent.front(), line.sent.back()}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
