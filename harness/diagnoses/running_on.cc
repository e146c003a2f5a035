#include <algorithm>
#include <map>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/words.hh"
#include "model/typed.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

// All that was asked has been answered, and it waits for the next client alone.
std::optional<model::Diagnosis> goes_on_to_the_next(const CaseView& view, const model::Step& step,
                                                    const UnsatisfiedWait& wait) {
    if (view.plan.role != model::Role::server || !waits_in(wait.in, WaitCall::accept)) return std::nullopt;
    std::size_t answered = 0;
    for (const model::Event& one : view.events) {
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received != nullptr && received->connection == step.actor) answered = one.number;
    }
    if (answered == 0) return std::nullopt;
    return say<words::goes_on_to_the_next_client>(
        {answered, wait.number}, "client"_a = named_first(step.actor), "call"_a = telling::in_words(wait.in));
}

}  // namespace

// The other side is done, and the program has gone on to something else without closing.
std::optional<model::Diagnosis> leaves_the_connection_open(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& wait = view.wait;
    const model::Step* step = view.failed.step;
    const auto* expect = step == nullptr ? nullptr : std::get_if<model::Expect>(&step->action);
    if (!serves(plan) || plan.transport != model::Transport::tcp || view.cause != model::Cause::hung ||
        expect == nullptr || expect->what != model::Expect::What::end || !wait.has_value() ||
        wait->how != model::WaitEnd::quiet || wait->in.empty())
        return std::nullopt;
    std::size_t number = 0;
    for (const model::Event& one : view.events) {
        const auto* finished = std::get_if<event::Finished>(&one.what);
        if (finished != nullptr && !finished->by_program && finished->connection == step->actor)
            number = one.number;
    }
    if (number == 0) return goes_on_to_the_next(view, *step, *wait);
    return say<words::leaves_the_connection_open>({number, wait->number}, "client"_a = escape(step->actor),
                                                  "call"_a = telling::in_words(wait->in));
}

// Nothing more can be typed, and it sends something all the same.
std::optional<model::Diagnosis> goes_on_after_its_input(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& wait = view.wait;
    const model::Step* const failed = view.failed.step;
    if (serves(plan) || view.cause != model::Cause::hung || !wait.has_value() || failed == nullptr ||
        !std::holds_alternative<model::Exits>(failed->action) ||
        view.transcript.first<event::Typed>() == nullptr)
        return std::nullopt;
    const auto typed = view.transcript.all<event::Typed>();
    const auto texts = static_cast<std::size_t>(std::count_if(
        typed.begin(), typed.end(), [](const event::Typed* one) { return model::is_text(*one); }));
    std::size_t ended_at = 0;
    std::size_t heard = 0;
    for (const model::Event& one : view.events) {
        const auto* coaxed = std::get_if<event::Coaxed>(&one.what);
        if (coaxed != nullptr && coaxed->with == event::Coaxed::With::end_of_input) ended_at = one.number;
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        // What was typed may also be sent late.
        if (ended_at == 0) ++heard;
        if (ended_at == 0 || heard < texts) continue;
        return say<words::goes_on_after_its_input>(
            {ended_at, one.number, wait->number},
            "text"_a = received->bytes.empty() ? "an empty message" : quote(bare(received->bytes), 60),
            "waits"_a = waits_to_receive(wait->in)
                            ? " then. It waits for a reply to that in " + telling::in_words(wait->in)
                            : "");
    }
    return std::nullopt;
}

namespace {

// Who goes on sending has more to do than to close its socket.
std::optional<model::Diagnosis> goes_on_sending(const CaseView& view) {
    constexpr std::size_t kMany = 3;
    std::map<std::string, std::vector<std::size_t>> sent;
    for (const model::Event& one : view.events) {
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received != nullptr) sent[received->bytes].push_back(one.number);
    }
    for (const auto& [text, events] : sent)
        if (!bare(text).empty() && events.size() >= kMany)
            return say<words::goes_on_sending>({events[0], events[1], events[2]},
                                               "text"_a = quote(bare(text), 60));
    return std::nullopt;
}

}  // namespace

// All is sent, and the program neither closes nor ends.
namespace {

std::size_t datagrams_since_the_last_answer(const model::Transcript& transcript) {
    std::size_t datagrams = 0;
    for (const model::Event& one : transcript.events) {
        if (std::holds_alternative<event::Received>(one.what)) ++datagrams;
        if (std::holds_alternative<event::Sent>(one.what)) datagrams = 0;
    }
    return datagrams;
}

}  // namespace

std::optional<model::Diagnosis> keeps_its_socket_open(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& wait = view.wait;
    const auto runs_on = [](const model::Step& step) {
        return std::holds_alternative<model::IsRunning>(step.action);
    };
    if (std::any_of(plan.steps.begin(), plan.steps.end(), runs_on)) return std::nullopt;  // as it shall
    if (serves(plan) || view.cause != model::Cause::hung || !wait.has_value()) return std::nullopt;
    const bool nobody_replies =
        plan.role == model::Role::sender &&
        std::none_of(plan.steps.begin(), plan.steps.end(), [](const model::Step& step) {
            return std::holds_alternative<model::AnswerEach>(step.action) ||
                   std::holds_alternative<model::Whenever>(step.action);
        });
    // It was to end. Where something else was awaited it may have good reason to stay.
    const model::Step* const failed = view.failed.step;
    if (failed == nullptr) return std::nullopt;
    const auto* const expect = std::get_if<model::Expect>(&failed->action);
    const bool awaits_the_end = expect != nullptr && expect->what == model::Expect::What::end;
    if (!awaits_the_end && !std::holds_alternative<model::Exits>(failed->action)) return std::nullopt;
    const bool scans = plan.given.ports.first != 0;
    if (scans ? view.transcript.first<event::Opened>() == nullptr
              : view.transcript.first<event::Received>() == nullptr)
        return std::nullopt;
    if (nobody_replies && plan.transport == model::Transport::udp && plan.faults.empty())
        if (auto again = goes_on_sending(view)) return again;
    if (tries_for_ever(view) || waits_to_receive(wait->in) || reads_standard_input(wait->in) || spins(view) ||
        goes_on_after_its_input(view))
        return std::nullopt;
    // Who asks again and again by UDP is not done with anything.
    if (plan.transport == model::Transport::udp && plan.role == model::Role::client &&
        datagrams_since_the_last_answer(view.transcript) > 1)
        return std::nullopt;
    if (wait->how != model::WaitEnd::quiet && wait->how != model::WaitEnd::backstop) return std::nullopt;
    const bool node = view.language == Language::javascript;
    if (wait->in.empty() && !node) return std::nullopt;
    // It is not at rest, and what it was last seen in is no place where it stays.
    const WhatEnded over = what_ended(view.transcript, wait->number);
    if (wait->how == model::WaitEnd::backstop && !over.when.empty())
        return say<words::goes_round_after_all_is_done>(
            {wait->number}, Hint{over.hint}, "when"_a = over.when,
            "last_seen"_a = wait->in.empty() ? "" : ", and was last seen in " + telling::in_words(wait->in));
    const char* const done = scans ? "has connected to a port that listens" : "sent its message";
    return say<words::keeps_its_socket_open>(
        {wait->number},
        Hint{node && scans                              ? words::close_each_socket_in_node
             : scans                                    ? words::close_each_socket
             : node && plan.role == model::Role::client ? words::close_when_the_reply_has_come_in_node
             : node                                     ? words::close_when_it_is_sent_in_node
             : nobody_replies                           ? words::close_and_end_without_a_reply
                                                        : words::close_and_end},
        "done"_a = done, "stays"_a = wait->in.empty() ? "" : ": it stays in " + telling::in_words(wait->in));
}

namespace {

// It had a connection, which has ended, and makes another one.
std::optional<model::Diagnosis> calls_again(const CaseView& view) {
    std::size_t died = 0;
    std::vector<std::size_t> calls;
    for (const model::Event& one : view.events) {
        const auto* finished = std::get_if<event::Finished>(&one.what);
        if (std::holds_alternative<event::Closed>(one.what) || (finished != nullptr && !finished->by_program))
            died = one.number;
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (died != 0 && call != nullptr && call->call == Call::connect &&
            call->transport == view.plan.transport)
            calls.push_back(one.number);
    }
    if (calls.empty()) return std::nullopt;
    return say<words::tries_for_ever_after_the_end>(
        {died, calls.back()}, "times"_a = calls.size() == 1 ? "once" : count_of(calls.size(), "time"));
}

}  // namespace

// It was refused, was to say so and end, and dials again and again.
std::optional<model::Diagnosis> tries_for_ever(const CaseView& view) {
    constexpr std::size_t kMany = 3;
    if (!view.had_to_fail || view.cause != model::Cause::hung) return std::nullopt;
    std::vector<std::size_t> refused;
    for (const model::Event& one : view.transcript.events)
        if (const auto* played = std::get_if<event::FaultPlayed>(&one.what))
            if (played->what == event::FaultPlayed::What::refused) refused.push_back(one.number);
    if (refused.size() < kMany) return calls_again(view);
    return say<words::tries_for_ever>({refused.front(), refused.back()},
                                      "times"_a = count_of(refused.size(), "time"));
}

}  // namespace sockgrade::diagnoses
