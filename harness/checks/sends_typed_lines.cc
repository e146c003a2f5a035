#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/heard.hh"

namespace sockgrade::checks {

using model::Cause;

namespace {

std::string_view without_return(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// What is wrong with the first of them that is not a line that was typed. Empty: nothing is.
struct Fault {
    Cause cause = Cause::extra;
    std::string detail;
};

Fault fault_of(std::string_view line, bool is_ended, const std::vector<std::string>& typed) {
    const bool was_typed = std::find(typed.begin(), typed.end(), without_return(line)) != typed.end();
    if (was_typed && is_ended) return {};
    if (was_typed)
        return {
            Cause::missing,
            fmt::format("There is no newline behind {}. Who reads line by line waits for it.", quote(line))};
    for (const std::string& text : typed) {
        const std::size_t at = text.empty() ? std::string_view::npos : line.find(text);
        if (at == std::string_view::npos) continue;
        const std::string_view before = line.substr(0, at);
        const std::string_view behind = line.substr(at + text.size());
        if (before.empty())
            return {is_ended ? Cause::extra : Cause::missing,
                    fmt::format("Behind {} came {}, where a newline belongs.", quote(text), quote(behind))};
        return {Cause::extra,
                fmt::format("Before {} came {}, which nobody typed.", quote(text), quote(before))};
    }
    return {Cause::extra, fmt::format("{} was not typed.", quote(line))};
}

Fault first_fault(const Heard& heard, const std::vector<std::string>& typed) {
    for (const auto& [connection, bytes] : heard.by_connection) {
        for (std::string_view rest = bytes; !rest.empty();) {
            const std::size_t end = rest.find('\n');
            const std::string_view line = rest.substr(0, end);
            const bool is_ended = end != std::string_view::npos;
            if (!without_return(line).empty())
                if (Fault fault = fault_of(line, is_ended, typed); !fault.detail.empty()) return fault;
            rest.remove_prefix(is_ended ? end + 1 : rest.size());
        }
    }
    return {};
}

}  // namespace

// Empty lines are put aside: they tell nobody anything.
model::Finding sends_typed_lines(const Question& question, const model::Expect& expect) {
    model::Finding finding = sends_what_is_typed(question, expect);
    if (finding.status != model::Finding::Status::met) return finding;
    const Heard heard(question);
    Fault fault = first_fault(heard, lines_typed(question));
    finding.requirement =
        "What arrives is the lines that were typed, each ended by a newline, and nothing else.";
    if (fault.detail.empty()) return finding;
    finding.status = model::Finding::Status::not_met;
    finding.cause = fault.cause;
    finding.awaited = expect.messages.empty() ? "" : quote(expect.messages.back().bytes + "\n");
    finding.got = heard.shown();
    finding.detail = std::move(fault.detail);
    return finding;
}

}  // namespace sockgrade::checks
