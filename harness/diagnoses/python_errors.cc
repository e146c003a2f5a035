#include <fmt/format.h>
#include <array>

#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

using namespace fmt::literals;

// What only Python 2 understands.
std::optional<model::Diagnosis> python2_source(const CaseView& view) {
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const auto& trace = view.traceback;
    if (!trace.has_value()) return std::nullopt;
    static constexpr std::array kSigns = {"Missing parentheses in call to 'print'",
                                          "name 'raw_input' is not defined", "name 'unicode' is not defined",
                                          "name 'xrange' is not defined",
                                          "multiple exception types must be parenthesized"};
    for (const char* sign : kSigns) {
        if (!contains(trace->error, sign)) continue;
        return say<words::python2_source>(
            view.error_events,
            Hint{contains(sign, "raw_input") ? "raw_input() is called input() now: text = input('Text: ')"
                 : contains(sign, "print")   ? "print is a function now: print(text)"
                                             : "Look up how this is written in Python 3."},
            "line"_a = trace->line, "file"_a = readable(trace->file), "error"_a = readable(trace->error));
    }
    return std::nullopt;
}

// The last traceback: its line, and what usually helps with such an error.
std::optional<model::Diagnosis> python_error(const CaseView& view) {
    const auto& trace = view.traceback;
    if (!trace.has_value() || !came_to_nothing(view.cause)) return std::nullopt;
    const std::string code = trace->code.empty() ? "" : fmt::format(" ({})", readable(trace->code));
    return say<words::python_error>(view.error_events, Hint{std::string(runtimes::hint_for(*trace))},
                                    "file"_a = readable(trace->file), "line"_a = readable(trace->line),
                                    "error"_a = readable(trace->error), "code"_a = code);
}

}  // namespace sockgrade::diagnoses
