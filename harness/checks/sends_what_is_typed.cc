#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/heard.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;
namespace event = model::event;

namespace {

// A line that came more often than it was typed, by one connection: a program that has two may use both. The
// lines of this expectation are left to the next one, since their second copies may still be on their way.
std::string heard_twice(const Question& question, const model::Expect& expect, const Heard& heard) {
    const std::vector<std::string> lines = lines_typed(question);
    for (const std::string& line : lines) {
        const auto is_line = [&](const model::Message& one) { return trim_line_ends(one.bytes) == line; };
        if (line.empty() || std::any_of(expect.messages.begin(), expect.messages.end(), is_line)) continue;
        const auto holds = std::count_if(lines.begin(), lines.end(), [&](const std::string& other) {
            return other.find(line) != std::string::npos;
        });
        if (heard.copies_of(line) > static_cast<std::size_t>(holds)) return line;
    }
    return "";
}

}  // namespace

// A program may have one connection for both directions, one for each, or one for each line.
model::Finding sends_what_is_typed(const Question& question, const model::Expect& expect) {
    const Heard heard(question);
    model::Finding finding;
    finding.requirement = expect.messages.size() == 1 ? "The line that was typed arrives."
                                                      : "Each line that was typed arrives.";
    finding.evidence = heard.events;
    finding.got = heard.shown();
    for (const model::Message& line : expect.messages) {
        const std::string_view text = trim_line_ends(line.bytes);
        if (heard.holds(text)) continue;
        finding.awaited = quote(text);
        explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
        const bool met = question.reading.transcript().first<event::Opened>() != nullptr;
        if (!met && finding.cause == Cause::missing) {
            finding.cause = Cause::never_connected;
            finding.detail = "There was no connection with the program. " + finding.detail;
        }
        return finding;
    }
    // Two programs that send back what they get would never stop.
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const auto* sent = std::get_if<event::Sent>(&question.reading.transcript().events[i].what);
        if (sent == nullptr) continue;
        const std::string_view text = trim_line_ends(sent->bytes);
        if (text.empty() || !heard.holds(text)) continue;
        finding.status = Status::not_met;
        finding.cause = Cause::extra;
        finding.awaited = "only what was typed";
        finding.detail = fmt::format("{} had come from the other one, and was sent back.", quote(text));
        return finding;
    }
    if (const std::string twice = heard_twice(question, expect, heard); !twice.empty()) {
        finding.status = Status::not_met;
        finding.cause = Cause::extra;
        finding.awaited = "each line as often as it was typed";
        finding.detail = fmt::format("{} was typed once, and came more often.", quote(twice));
    }
    return finding;
}

}  // namespace sockgrade::checks
