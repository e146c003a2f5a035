#include <fmt/format.h>

#include <array>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// What only Python 2 understands.
std::optional<model::Diagnosis> python2_source(const Failure& failure) {
    if (!came_to_nothing(failure.cause)) return std::nullopt;
    const auto trace = traceback(failure);
    if (!trace.has_value()) return std::nullopt;
    static constexpr std::array kSigns = {"Missing parentheses in call to 'print'",
                                          "name 'raw_input' is not defined", "name 'unicode' is not defined",
                                          "name 'xrange' is not defined",
                                          "multiple exception types must be parenthesized"};
    for (const char* sign : kSigns) {
        if (!contains(trace->error, sign)) continue;
        return model::Diagnosis{"",
                                fmt::format("Line {} of {} is Python 2, and this is Python 3: {}",
                                            trace->line, readable(trace->file), readable(trace->error)),
                                contains(sign, "raw_input")
                                    ? "raw_input() is called input() now: text = input('Text: ')"
                                : contains(sign, "print") ? "print is a function now: print(text)"
                                                          : "Look up how this is written in Python 3.",
                                error_events(failure)};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
