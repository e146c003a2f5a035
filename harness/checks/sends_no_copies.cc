#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.hh"
#include "checks/check.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

namespace event = model::event;

namespace {

// What has come from the program so far, message by message: a datagram, or a line of a connection.
std::vector<Exchange::Piece> messages_so_far(const Question& question) {
    std::vector<Exchange::Piece> messages;
    const bool is_udp = question.reading.plan().transport == model::Transport::udp;
    std::string bytes;  // of a line that has not ended
    std::size_t last = 0;
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& one = question.reading.transcript().events[i];
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr || received->connection != question.step.actor) continue;
        last = one.number;
        if (is_udp) {
            messages.push_back({received->bytes, one.number});
            continue;
        }
        bytes += received->bytes;
        for (std::size_t end = bytes.find('\n'); end != std::string::npos; end = bytes.find('\n')) {
            messages.push_back({bytes.substr(0, end), one.number});
            bytes.erase(0, end + 1);
        }
    }
    if (!bytes.empty()) messages.push_back({bytes, last});
    return messages;
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
    for (const Exchange::Piece& one : messages_so_far(question)) {
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
    return finding;
}

}  // namespace sockgrade::checks
