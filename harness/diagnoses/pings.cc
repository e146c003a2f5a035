#include "diagnoses/pings.hh"

#include <algorithm>
#include <set>

#include "base/pattern.hh"
#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "model/expected.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Direction;
using model::Expect;

namespace {

const Expect* expectation(const model::Plan& plan) {
    if (plan.role != model::Role::client || plan.transport != model::Transport::udp) return nullptr;
    bool answered = false;
    for (const model::Step& step : plan.steps) {
        answered = answered || std::holds_alternative<model::AnswerEach>(step.action);
        const auto* expect = std::get_if<Expect>(&step.action);
        if (answered && expect != nullptr && expect->what == Expect::What::all) return expect;
    }
    return nullptr;
}

// The last ping with these bytes: each one's reply is the ping itself.
Ping* last_with(std::vector<Ping>& sent, const std::string& bytes) {
    const auto found =
        std::find_if(sent.rbegin(), sent.rend(), [&](const Ping& ping) { return ping.bytes == bytes; });
    return found == sent.rend() ? nullptr : &*found;
}

void note_reply(std::vector<Ping>& sent, const std::string& bytes, std::size_t number, Ping::Reply reply) {
    Ping* const ping = last_with(sent, bytes);
    if (ping == nullptr) return;
    const bool is_late = reply == Ping::Reply::came && ping != &sent.back();
    ping->reply = is_late ? Ping::Reply::late : reply;
    ping->reply_event = number;
}

}  // namespace

std::size_t Pings::without_reply() const {
    return static_cast<std::size_t>(std::count_if(
        sent.begin(), sent.end(), [](const Ping& ping) { return ping.reply != Ping::Reply::came; }));
}

std::optional<Pings> pings_of(const Failure& failure) {
    const Expect* const expect = expectation(failure.transcript.plan);
    if (expect == nullptr || expect->messages.size() < 2) return std::nullopt;
    Pings pings;
    pings.expected = expect->messages;
    // Without faults there is no link that says what came; then all did.
    const bool linked = !failure.transcript.plan.faults.empty();
    std::set<std::size_t> seen;
    for (const model::Event& event : failure.transcript.events) {
        if (const auto* got = std::get_if<event::Received>(&event.what)) {
            pings.sent.push_back({got->bytes, event.number, model::which_of(pings.expected, got->bytes)});
            if (pings.sent.back().which) seen.insert(*pings.sent.back().which);
        } else if (const auto* answer = std::get_if<event::Sent>(&event.what)) {
            if (!linked) note_reply(pings.sent, answer->bytes, event.number, Ping::Reply::came);
        } else if (const auto* fault = std::get_if<event::FaultApplied>(&event.what)) {
            if (fault->lost && fault->direction == Direction::to_program)
                note_reply(pings.sent, fault->bytes, event.number, Ping::Reply::lost);
        } else if (const auto* delivered = std::get_if<event::Delivered>(&event.what)) {
            if (delivered->direction == Direction::to_program)
                note_reply(pings.sent, delivered->bytes, event.number, Ping::Reply::came);
        }
    }
    if (pings.sent.empty()) return std::nullopt;
    pings.different = seen.size();
    return pings;
}

const Ping* unanswered_at_the_end(const Pings& pings) {
    const Ping& last = pings.sent.back();
    return last.reply == Ping::Reply::lost ? &last : nullptr;
}

std::size_t time_outs_printed(const Failure& failure) {
    const std::string output = printed(failure.transcript, 0, failure.transcript.events.size());
    return count_matches("(?i)\\btimed?[ -]?out\\b", output);
}

std::string beginning_of(const model::Message& message) {
    std::string_view text = message.bytes;
    if (text.ends_with(model::kAndSoOn)) text.remove_suffix(model::kAndSoOn.size());
    return std::string(bare(text.substr(0, text.find_last_not_of(' ') + 1)));
}

}  // namespace sockgrade::diagnoses
