#include <fmt/format.h>
#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;
using namespace fmt::literals;

namespace {

// One client has left, another one has come since and sent something, and got nothing for it.
struct Waiting {
    std::string left;
    std::string next;
    std::string text;
    std::size_t left_at = 0;
    std::size_t asked_at = 0;
};

std::optional<Waiting> who_waits(const CaseView& view) {
    Waiting found;
    for (const model::Event& one : view.events) {
        const event::What& what = one.what;
        const auto* finished = std::get_if<event::Finished>(&what);
        const auto* closed = std::get_if<event::Closed>(&what);
        const auto* received = std::get_if<event::Received>(&what);
        // Whose connection it has closed itself it has done with.
        if (finished != nullptr && finished->by_program && finished->connection == found.left) found = {};
        if (closed != nullptr || (finished != nullptr && !finished->by_program)) {
            const std::string& name = closed != nullptr ? closed->connection : finished->connection;
            if (found.next.empty()) found.left = name;
            if (found.next.empty()) found.left_at = one.number;
        }
        if (const auto* opened_one = std::get_if<event::Opened>(&what);
            opened_one != nullptr && !found.left.empty() && opened_one->connection != found.left)
            found.next = opened_one->connection;
        const auto* sent = std::get_if<event::Sent>(&what);
        if (sent != nullptr && sent->connection == found.next && found.asked_at == 0) {
            found.text = sent->bytes;
            found.asked_at = one.number;
        }
        if (received != nullptr && received->connection == found.next) return std::nullopt;
    }
    if (found.asked_at == 0) return std::nullopt;
    return found;
}

// In its own code, in a pause, or in a call that it makes over and over; not where new clients are seen.
bool is_busy_elsewhere(const CaseView& view) {
    if (view.cause == model::Cause::output_flood) return true;
    const auto& wait = view.wait;
    if (!wait.has_value()) return false;
    if (any_in(wait->in, WaitCall::accept) || any_of(wait->in, model::watches_several)) return false;
    return wait->how == model::WaitEnd::backstop || wait->how == model::WaitEnd::flooded ||
           any_in(wait->in, WaitCall::sleep);
}

}  // namespace

// accept() stands before the loop, or the loop for one client never ends.
std::optional<model::Diagnosis> stays_with_the_first_client(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const bool fits = came_to_nothing(view.cause) || view.cause == model::Cause::output_flood;
    if (!serves(plan) || plan.transport != model::Transport::tcp || !fits || view.end.has_value() ||
        !is_busy_elsewhere(view))
        return std::nullopt;
    const auto waiting = who_waits(view);
    if (!waiting.has_value()) return std::nullopt;
    const auto& output = view.output;
    if (!bare(waiting->text).empty() && contains(output, bare(waiting->text))) return std::nullopt;
    return say<words::stays_with_the_first_client>(
        {waiting->left_at, waiting->asked_at}, "first"_a = named_first(waiting->left),
        "second"_a = named_first(waiting->next), "text"_a = quote(bare(waiting->text), 60));
}

namespace {

// For the keyboard, for some time, or for a signal.
bool is_elsewhere(const model::Wait& wait) {
    return wait.is_on_standard_input() || wait.call == WaitCall::sleep || wait.call == WaitCall::pause ||
           wait.call == WaitCall::sigwait || wait.call == WaitCall::sigsuspend;
}

// Or where that cannot be told.
bool may_wait_for_clients(const model::Wait& wait) {
    return (wait.descriptor >= 0 && !wait.is_on_standard_input()) || watches_several(wait);
}

}  // namespace

// The system takes connections in from listen() on; the program does not look.
std::optional<model::Diagnosis> never_accepts(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(view.cause))
        return std::nullopt;
    const auto& wait = view.wait;
    if (!wait.has_value() || view.end.has_value()) return std::nullopt;
    if (!any_of(wait->in, is_elsewhere) || any_of(wait->in, may_wait_for_clients)) return std::nullopt;
    const event::Opened* client = nullptr;
    std::size_t sent = 0;
    for (const model::Event& event : view.events) {
        if (std::holds_alternative<event::Received>(event.what)) return std::nullopt;
        if (const auto* one = std::get_if<event::Opened>(&event.what)) client = one;
        if (std::holds_alternative<event::Sent>(event.what) && sent == 0) sent = event.number;
    }
    if (client == nullptr || sent == 0) return std::nullopt;
    return say<words::never_accepts>(
        {sent, wait->number},
        Hint{any_in(wait->in, WaitCall::sleep) ? words::accept_before_the_pause : words::accept_after_listen},
        "client"_a = client->connection, "call"_a = telling::in_words(wait->in),
        "what_for"_a = awaited_in(wait->in, plan.transport));
}

// One recv() for each connection, then close().
std::optional<model::Diagnosis> takes_one_message_only(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(view.cause) ||
        view.cause == Cause::crashed || view.end.has_value())
        return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::reply) return std::nullopt;
    std::vector<const event::Sent*> sent;
    std::vector<std::size_t> numbers;
    std::size_t finished = 0;
    for (const model::Event& event : view.events) {
        // What we did to make it talk must not count as a message.
        if (std::holds_alternative<event::Coaxed>(event.what)) return std::nullopt;
        if (const auto* one = std::get_if<event::Sent>(&event.what)) {
            if (!sent.empty() && sent.back()->connection != one->connection) return std::nullopt;
            sent.push_back(one);
            numbers.push_back(event.number);
        }
        // It has answered more than the first.
        const bool answers = std::holds_alternative<event::Received>(event.what);
        if (answers && sent.size() > 1 && finished == 0) return std::nullopt;
        const auto* end = std::get_if<event::Finished>(&event.what);
        if (end != nullptr && !end->by_program) return std::nullopt;
        const bool closes = end != nullptr || std::holds_alternative<event::ResetSeen>(event.what);
        if (closes && !sent.empty() && finished == 0) finished = event.number;
    }
    // Pieces of one message are another matter.
    if (sent.size() < 2 || finished == 0 || !sent.front()->bytes.ends_with('\n')) return std::nullopt;
    return say<words::takes_one_message_only>({numbers.front(), finished, numbers.back()},
                                              "client"_a = telling::actor_in_words(sent.front()->connection),
                                              "first"_a = quote(sent.front()->bytes, 40),
                                              "last"_a = quote(sent.back()->bytes, 40));
}

namespace {

// The one that is waited for may have begun to speak.
std::string what_it_said(const CaseView& view, const std::string& connection) {
    std::string said;
    for (const model::Event& one : view.events)
        if (const auto* sent = std::get_if<event::Sent>(&one.what);
            sent != nullptr && sent->connection == connection)
            said = sent->bytes;
    if (said.empty()) return "is connected and says nothing";
    return fmt::format("is connected, has sent {}{}, and says nothing more", quote(bare(said), 60),
                       said.ends_with('\n') ? "" : " without a line end");
}

// Who waits for events hears all clients: it is something else that went wrong. The runtime of Go waits so
// whatever its program does.
bool waits_for_whoever_comes(const CaseView& view, const model::Waits& waits) {
    if (any_of(waits, receives_or_reads) || reads_standard_input(waits)) return false;
    const bool may_be_go = view.language == Language::other && any_in(waits, WaitCall::epoll_wait);
    return !may_be_go && any_of(waits, model::watches_several);
}

// Two threads that look like it and are none.
const char* why_a_thread_does_not_help(Language language) {
    switch (language) {
        case Language::python:
            return words::threads_in_python;
        case Language::java:
            return words::threads_in_java;
        default:
            return words::threads_elsewhere;
    }
}

}  // namespace

// It waits for one client while another has sent something.
std::optional<model::Diagnosis> serves_one_at_a_time(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(view.cause))
        return std::nullopt;
    const auto& text = view.unanswered;
    const auto& wait = view.wait;
    if (!text.has_value() || !wait.has_value() || view.end.has_value() ||
        waits_for_whoever_comes(view, wait->in))
        return std::nullopt;
    std::vector<std::string> open;
    std::string talker;
    for (std::size_t i = 0, stop = view.failed_at; i < stop; ++i) {
        const event::What& what = view.transcript.events[i].what;
        if (const auto* one = std::get_if<event::Opened>(&what)) open.push_back(one->connection);
        if (const auto* closed = std::get_if<event::Closed>(&what)) std::erase(open, closed->connection);
        if (const auto* finished = std::get_if<event::Finished>(&what);
            finished != nullptr && finished->by_program)
            std::erase(open, finished->connection);
        if (const auto* sent = std::get_if<event::Sent>(&what);
            sent != nullptr && view.transcript.events[i].number == text->evidence.front())
            talker = sent->connection;
    }
    if (open.size() < 2 || talker.empty() || open.front() == talker) return std::nullopt;
    const std::string unheard = fmt::format("Meanwhile {} sent {} and got no reply.",
                                            telling::actor_in_words(talker), quote(bare(text->original), 60));
    const auto served =
        static_cast<std::size_t>(std::count_if(wait->in.begin(), wait->in.end(), receives_or_reads));
    if (served >= open.size()) return std::nullopt;  // it waits for each of them
    if (served > 1)
        return say<words::serves_some_at_a_time>(text->evidence, "clients"_a = open.size(),
                                                 "served"_a = served, "unheard"_a = unheard);
    return say<words::serves_one_at_a_time>(
        text->evidence,
        Hint{std::string(words::a_thread_for_each_connection) + why_a_thread_does_not_help(view.language)},
        "client"_a = named_first(open.front()), "what_it_said"_a = what_it_said(view, open.front()),
        "unheard"_a = unheard);
}

// It is in accept() while the client that it has goes on talking.
std::optional<model::Diagnosis> waits_for_another_client(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& text = view.unanswered;
    const auto& wait = view.wait;
    if (plan.transport != model::Transport::tcp || !text.has_value() || !wait.has_value() ||
        wait->how != model::WaitEnd::quiet)
        return std::nullopt;
    if (!waits_in(wait->in, WaitCall::accept)) return std::nullopt;
    std::string connection;
    std::size_t answered = 0;
    for (const model::Event& event : view.events) {
        if (std::holds_alternative<event::Finished>(event.what) ||
            std::holds_alternative<event::Closed>(event.what) ||
            std::holds_alternative<event::ResetSeen>(event.what) ||
            std::holds_alternative<event::Coaxed>(event.what))
            return std::nullopt;
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent != nullptr && event.number == text->evidence.front()) connection = sent->connection;
        if (std::holds_alternative<event::Received>(event.what) && connection.empty())
            answered = event.number;
    }
    // Its first text got no reply: then it may be another matter.
    if (connection.empty() || answered == 0) return std::nullopt;
    return say<words::waits_for_another_client>(
        {text->evidence.front(), wait->number}, "client"_a = named_first(connection),
        "original"_a = quote(bare(text->original), 60), "call"_a = telling::in_words(wait->in));
}

}  // namespace sockgrade::diagnoses
