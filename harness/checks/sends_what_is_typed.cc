#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;
namespace event = model::event;

namespace {

// All that came from the program, by any connection, and the events that say so.
struct Heard {
    std::map<std::string, std::string> by_connection;
    std::vector<std::size_t> events;

    bool holds(std::string_view text) const {
        for (const auto& [connection, bytes] : by_connection)
            if (bytes.find(text) != std::string::npos) return true;
        return false;
    }
    // How often it came by the connection by which it came most often.
    std::size_t copies_of(std::string_view text) const {
        std::size_t most = 0;
        for (const auto& [connection, bytes] : by_connection) {
            std::size_t copies = 0;
            for (std::size_t at = bytes.find(text); at != std::string::npos;
                 at = bytes.find(text, at + text.size()))
                ++copies;
            most = std::max(most, copies);
        }
        return most;
    }
    std::string shown() const {
        std::vector<std::string> texts;
        for (const auto& [connection, bytes] : by_connection) texts.push_back(quote(bytes));
        return texts.empty() ? "nothing" : list_of(texts);
    }
};

Heard heard_before(const Question& question) {
    Heard heard;
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& one = question.reading.transcript().events[i];
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        heard.by_connection[received->connection] += received->bytes;
        heard.events.push_back(one.number);
    }
    return heard;
}

std::vector<std::string> typed_before(const Question& question) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < question.at.range.end; ++i)
        if (const auto* typed = std::get_if<event::Typed>(&question.reading.transcript().events[i].what))
            lines.emplace_back(trim_line_ends(typed->bytes));
    return lines;
}

// A line that came more often than it was typed, by one connection: a program that has two may use both. The
// lines of this expectation are left to the next one, since their second copies may still be on their way.
std::string heard_twice(const Question& question, const model::Expect& expect, const Heard& heard) {
    const std::vector<std::string> lines = typed_before(question);
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
    const Heard heard = heard_before(question);
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
