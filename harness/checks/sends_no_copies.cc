#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

namespace event = model::event;

namespace {

// What has come from the program so far, message by message: a datagram, or a line of a connection, which may
// be one of several that the program made one after another.
std::vector<Exchange::Piece> messages_so_far(const Question& question) {
    std::vector<Exchange::Piece> messages;
    const bool is_udp = question.reading.plan().transport == model::Transport::udp;
    std::map<std::string, Exchange::Piece> begun;  // lines that have not ended, by connection
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& one = question.reading.transcript().events[i];
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        const std::string& from = received->connection;
        if (from != question.step.actor && !from.starts_with(question.step.actor + " ")) continue;
        if (is_udp) {
            messages.push_back({received->bytes, one.number});
            continue;
        }
        Exchange::Piece& line = begun[from];
        line.bytes += received->bytes;
        line.event = one.number;
        for (std::size_t end = line.bytes.find('\n'); end != std::string::npos; end = line.bytes.find('\n')) {
            messages.push_back({line.bytes.substr(0, end), one.number});
            line.bytes.erase(0, end + 1);
        }
    }
    for (auto& [from, line] : begun)
        if (!line.bytes.empty()) messages.push_back(std::move(line));
    return messages;
}

// Handouts ask for the message "and nothing else". Who has a text of its own sends what it likes, and what
// was typed is what the program had asked for.
const Exchange::Piece* something_else(const Question& question,
                                      const std::vector<Exchange::Piece>& messages) {
    const model::Plan& plan = question.reading.plan();
    const std::string_view given = model::without_line_end(plan.given.message);
    if (!speaks_first(plan.role)) return nullptr;
    if (given.empty() || given.find('\n') != std::string_view::npos) return nullptr;
    const auto is_given = [&](const Exchange::Piece& one) { return compare(given, one.bytes).same; };
    if (std::none_of(messages.begin(), messages.end(), is_given)) return nullptr;
    std::set<std::string> typed;
    for (const auto* one : question.reading.transcript().all<event::Typed>())
        typed.insert(std::string(trim_line_ends(one->bytes)));
    const auto is_else = [&](const Exchange::Piece& one) {
        const std::string text(trim_line_ends(one.bytes));
        return !text.empty() && !is_given(one) && !typed.contains(text);
    };
    const auto found = std::find_if(messages.begin(), messages.end(), is_else);
    return found == messages.end() ? nullptr : &*found;
}

// How often it was asked for each answer: a peer that waits in vain asks again.
std::map<std::string, std::size_t> answers_asked_for(const Question& question) {
    std::map<std::string, std::size_t> sent;
    for (const auto* one : question.reading.transcript().all<event::Sent>()) ++sent[one->bytes];
    std::map<std::string, std::size_t> answers;
    for (const model::Step& step : question.reading.plan().steps) {
        const auto* send = std::get_if<model::Send>(&step.action);
        if (send == nullptr) continue;
        for (std::size_t i = 0; i < send->answers.size(); ++i)
            answers[std::string(model::without_line_end(send->answers[i]))] += sent[send->messages[i].bytes];
    }
    return answers;
}

}  // namespace

// The link has no faults where this is asked: a copy is the program's own.
model::Finding sends_no_copies(const Question& question) {
    model::Finding finding;
    finding.requirement = "Nothing arrives twice.";
    const std::map<std::string, std::size_t> asked_for = answers_asked_for(question);
    std::map<std::string, std::vector<std::size_t>> seen;  // the events
    const std::vector<Exchange::Piece> messages = messages_so_far(question);
    for (const Exchange::Piece& one : messages) {
        const std::string text(model::without_line_end(one.bytes));
        std::vector<std::size_t>& events = seen[text];
        events.push_back(one.event);
        const auto asked = asked_for.find(text);
        const std::size_t most = asked == asked_for.end() ? 1 : std::max<std::size_t>(asked->second, 1);
        if (text.empty() || events.size() <= most) continue;
        finding.status = model::Finding::Status::not_met;
        finding.cause = model::Cause::extra;
        finding.awaited = fmt::format("{} once", quote(text));
        finding.got = "it came more than once";
        finding.evidence = {events.front(), one.event};
        return finding;
    }
    if (const Exchange::Piece* const other = something_else(question, messages)) {
        finding.requirement = "Nothing but the message arrives.";
        finding.status = model::Finding::Status::not_met;
        finding.cause = model::Cause::extra;
        finding.awaited = quote(question.reading.plan().given.message) + ", and nothing else";
        finding.got = quote(other->bytes) + ", too";
        finding.evidence = {other->event};
    }
    return finding;
}

}  // namespace sockgrade::checks
