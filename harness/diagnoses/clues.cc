#include "diagnoses/clues.hh"

#include <algorithm>
#include <array>

#include "base/text.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"
#include "wording/wanted.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Role;
using model::Transport;

namespace {

bool is_judged(const model::Plan& plan, std::size_t step) {
    return step < plan.steps.size() && (std::holds_alternative<model::Expect>(plan.steps[step].action) ||
                                        std::holds_alternative<model::Prints>(plan.steps[step].action));
}

// Where the finding says which step asks for it. In a pair's story the ends of all steps stand together.
std::optional<FailedStep> named_step(const model::Transcript& transcript, const model::Finding& finding,
                                     std::size_t proven_at) {
    const auto& steps = transcript.plan.steps;
    if (!finding.step.has_value() || *finding.step >= steps.size()) return std::nullopt;
    for (std::size_t i = 0; i < transcript.events.size(); ++i) {
        const auto* ended = std::get_if<event::StepEnded>(&transcript.events[i].what);
        if (ended != nullptr && ended->step == *finding.step)
            return FailedStep{&steps[*finding.step],
                              std::min(std::max(i, proven_at) + 1, transcript.events.size())};
    }
    return std::nullopt;
}

}  // namespace

// Numbers ascend, and a program that goes round for ever makes very many of them.
std::size_t position_of(const model::Transcript& transcript, std::size_t number) {
    const auto& events = transcript.events;
    const auto at =
        std::lower_bound(events.begin(), events.end(), number,
                         [](const model::Event& event, std::size_t wanted) { return event.number < wanted; });
    if (at == events.end() || at->number != number) return events.size();
    return static_cast<std::size_t>(at - events.begin());
}

FailedStep failed_step(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    const auto& evidence = unmet(failure).evidence;
    const bool has_evidence = !evidence.empty();
    const std::size_t from =
        has_evidence ? position_of(transcript, *std::max_element(evidence.begin(), evidence.end())) : 0;
    if (const auto named = named_step(transcript, unmet(failure), from)) return *named;
    for (std::size_t i = from; i < transcript.events.size(); ++i) {
        const auto* ended = std::get_if<event::StepEnded>(&transcript.events[i].what);
        if (ended == nullptr) continue;
        const bool this_one =
            has_evidence ? is_judged(transcript.plan, ended->step) : ended->how != model::WaitEnd::satisfied;
        if (!this_one) continue;
        const auto& steps = transcript.plan.steps;
        return {ended->step < steps.size() ? &steps[ended->step] : nullptr, i + 1};
    }
    return {nullptr, transcript.events.size()};
}

const model::Finding& unmet(const Failure& failure) {
    static const model::Finding none;
    return failure.findings.empty() ? none : failure.findings.back();
}

std::size_t failed_at(const Failure& failure) { return failed_step(failure).end; }

bool had_to_fail(const Failure& failure) {
    const auto asks_for_it = [](const model::Step& step) {
        const auto* exits = std::get_if<model::Exits>(&step.action);
        return exits != nullptr && exits->failure;
    };
    const auto& evidence = unmet(failure).evidence;
    if (evidence.empty()) {
        const FailedStep failed = failed_step(failure);
        return failed.step != nullptr && asks_for_it(*failed.step);
    }
    // No other finding rests on the end of the program alone.
    const std::size_t position = position_of(failure.transcript, evidence.back());
    const auto& steps = failure.transcript.plan.steps;
    return position < failure.transcript.events.size() &&
           std::holds_alternative<event::Ended>(failure.transcript.events[position].what) &&
           std::any_of(steps.begin(), steps.end(), asks_for_it);
}

const model::Expect* unmet_expectation(const Failure& failure) {
    const FailedStep failed = failed_step(failure);
    return failed.step == nullptr ? nullptr : std::get_if<model::Expect>(&failed.step->action);
}

namespace {

std::size_t end_of_step(const model::Transcript& transcript, std::size_t step) {
    for (std::size_t i = 0; i < transcript.events.size(); ++i) {
        const auto* ended = std::get_if<event::StepEnded>(&transcript.events[i].what);
        if (ended != nullptr && ended->step == step) return i + 1;
    }
    return transcript.events.size();
}

}  // namespace

const model::Prints* unmet_pattern(const Failure& failure) {
    const auto& steps = failure.transcript.plan.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto* prints = std::get_if<model::Prints>(&steps[i].action);
        if (prints == nullptr || prints->what != model::Prints::What::pattern) continue;
        // What was not to be printed yet may well be printed later.
        const std::string output = printed(failure.transcript, 0, end_of_step(failure.transcript, i));
        const std::size_t found = wording::times_printed(prints->pattern, output);
        if (prints->times ? found != *prints->times : found == 0) return prints;
    }
    return nullptr;
}

std::vector<std::string> addresses_of(const model::Plan& plan) {
    std::vector<std::string> all;
    for (const model::Interface& one : plan.interfaces)
        all.insert(all.end(), one.addresses.begin(), one.addresses.end());
    return all;
}

bool serves(const model::Plan& plan) { return only_listens(plan.role); }

const event::Opened* opened(const model::Transcript& transcript, std::string_view connection,
                            std::size_t before) {
    const event::Opened* found = nullptr;
    for (std::size_t i = 0; i < std::min(before, transcript.events.size()); ++i)
        if (const auto* one = std::get_if<event::Opened>(&transcript.events[i].what))
            if (one->connection == connection) found = one;
    return found;
}

std::optional<End> ended(const Failure& failure) {
    const auto& events = failure.transcript.events;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i)
        if (const auto* end = std::get_if<event::Ended>(&events[i].what))
            if (end->termination.how != model::Termination::How::stopped)
                return End{end->termination, i, events[i].number};
    return std::nullopt;
}

std::string printed(const model::Transcript& transcript, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < std::min(end, transcript.events.size()); ++i)
        if (const auto* print = std::get_if<event::Printed>(&transcript.events[i].what)) text += print->bytes;
    return text;
}

std::string errors(const Failure& failure) {
    std::string text;
    for (const std::size_t number : error_events(failure))
        text += at_number<event::Printed>(failure.transcript, number)->bytes;
    return text;
}

std::vector<std::size_t> error_events(const Failure& failure) {
    std::vector<std::size_t> numbers;
    const std::size_t end = failed_at(failure);
    for (std::size_t i = 0; i < end; ++i)
        if (const auto* print = std::get_if<event::Printed>(&failure.transcript.events[i].what))
            if (print->to_stderr) numbers.push_back(failure.transcript.events[i].number);
    return numbers;
}

std::optional<UnsatisfiedWait> unsatisfied_wait(const Failure& failure) {
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* ended = std::get_if<event::StepEnded>(&failure.transcript.events[i].what);
        // A file that is not there is nothing that a program waits for.
        const std::vector<model::Step>& steps = failure.transcript.plan.steps;
        if (ended != nullptr && ended->step < steps.size() &&
            std::holds_alternative<model::Wrote>(steps[ended->step].action))
            continue;
        if (ended != nullptr && ended->how != model::WaitEnd::satisfied)
            return UnsatisfiedWait{ended->how, ended->waits, failure.transcript.events[i].number};
    }
    return std::nullopt;
}

bool waits_in(const model::Waits& waits, WaitCall call) {
    return waits.size() == 1 && waits.front().call == call;
}

bool receives_or_reads(const model::Wait& wait) { return receives(wait) || reads(wait); }

std::string awaited_in(const model::Waits& waits, Transport transport) {
    // Several threads wait for several things.
    if (waits.size() != 1) return "";
    if (waits.front().is_on_standard_input()) return " for somebody to type something";
    switch (waits.front().call) {
        case WaitCall::accept:
            return " for a client to connect";
        case WaitCall::connect:
            return " for the other side to take its connection";
        case WaitCall::read:
        case WaitCall::readv:
        case WaitCall::recvfrom:
        case WaitCall::recvmsg:
        case WaitCall::recvmmsg:
            return transport == Transport::udp ? " for a datagram" : " for more bytes from the other side";
        case WaitCall::sendto:
        case WaitCall::sendmsg:
        case WaitCall::sendfile:
        case WaitCall::write:
        case WaitCall::writev:
            return " until the other side has read what was sent before";
        case WaitCall::poll:
        case WaitCall::epoll_wait:
        case WaitCall::select:
            return " for something to come on one of its sockets";
        case WaitCall::sleep:
            return " for some time to pass";
        case WaitCall::pause:
            return " for a signal";
        case WaitCall::futex:
            return " for another of its threads";
        case WaitCall::sigwait:
        case WaitCall::wait:
            return " for another of its processes to end";
        case WaitCall::none:
        case WaitCall::splice:
        case WaitCall::sigsuspend:
        case WaitCall::flock:
            break;
    }
    return "";
}

WhatEnded what_ended(const model::Transcript& transcript, std::size_t number) {
    bool left = false;
    bool input = false;
    for (const model::Event& event : transcript.events) {
        if (event.number > number) break;
        const auto* finished = std::get_if<event::Finished>(&event.what);
        const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
        // It was going round before anything ended.
        if (coaxed != nullptr && coaxed->was_busy && !left && !input) break;
        left = left || std::holds_alternative<event::Closed>(event.what) ||
               (finished != nullptr && !finished->by_program);
        input = input || (coaxed != nullptr && coaxed->with == event::Coaxed::With::end_of_input);
    }
    if (left && input)
        return {" after the other side had closed and its input had ended",
                words::leave_the_loop_at_either_end};
    if (left) return {" after the other side had closed", words::leave_the_loop_when_the_other_has_closed};
    if (input) return {" after its input had ended", words::leave_the_loop_when_the_input_has_ended};
    return {"", "A loop goes round and round. Look for the condition that should end it."};
}

bool waits_for_more_bytes(const model::Waits& waits) {
    return waits.size() == 1 && receives_or_reads(waits.front());
}

std::string named_first(const std::string& actor) {
    std::string name = telling::actor_in_words(actor);
    if (!name.empty() && name.front() == 't') name.front() = 'T';
    return name;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string_view bare(std::string_view text) {
    text = trim_line_end(text);
    while (!text.empty() && trim_line_end(text.substr(0, 1)).empty()) text.remove_prefix(1);
    return text;
}

std::string without_blanks(std::string_view text) {
    std::string kept(text);
    std::erase_if(kept, [](char c) { return c == ' ' || c == '\0' || (c >= '\t' && c <= '\r'); });
    return kept;
}

std::size_t letters_in(std::string_view text) {
    constexpr unsigned kContinued = 0x80;
    constexpr unsigned kTwoBits = 0xc0;
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & kTwoBits) != kContinued;
    }));
}

std::string readable(std::string_view text) {
    std::string shown;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('"', start), text.size());
        shown += escape(text.substr(start, end - start));
        if (end < text.size()) shown += '"';
        start = end + 1;
    }
    return shown;
}

bool came_to_nothing(Cause cause) {
    switch (cause) {
        case Cause::missing:
        case Cause::no_reply:
        case Cause::closed_early:
        case Cause::reset:
        case Cause::crashed:
        case Cause::exited_early:
        case Cause::never_listened:
        case Cause::never_connected:
        case Cause::hung:
            return true;
        default:
            return false;
    }
}

Language language(const model::Transcript& transcript) {
    const auto* started = transcript.first<event::Started>();
    if (started == nullptr || started->command.empty()) return Language::other;
    return runtimes::language_of(started->command.front());
}

}  // namespace sockgrade::diagnoses
