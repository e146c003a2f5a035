#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

namespace {

// The one that is waited for may have begun to speak.
std::string what_it_said(const Failure& failure, const std::string& connection) {
    std::string said;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i)
        if (const auto* sent = std::get_if<event::Sent>(&failure.transcript.events[i].what);
            sent != nullptr && sent->connection == connection)
            said = sent->bytes;
    if (said.empty()) return "is connected and says nothing";
    return fmt::format("is connected, has sent {}{}, and says nothing more", quote(bare(said), 60),
                       said.ends_with('\n') ? "" : " without a line end");
}

// Who waits for events hears all clients: it is something else that went wrong. The runtime of Go waits so
// whatever its program does.
bool waits_for_whoever_comes(const Failure& failure, const model::Waits& waits) {
    if (any_of(waits, receives_or_reads) || reads_standard_input(waits)) return false;
    const bool may_be_go =
        language(failure.transcript) == Language::other && any_in(waits, WaitCall::epoll_wait);
    return !may_be_go && any_of(waits, model::watches_several);
}

// Two threads that look like it and are none.
const char* why_a_thread_does_not_help(Language language) {
    switch (language) {
        case Language::python:
            return "If your program starts threads already: Thread(target=talk(c)) calls talk() itself, at "
                   "once; it is "
                   "Thread(target=talk, args=(c,)). And join() right behind start() waits until that client "
                   "has left.";
        case Language::java:
            return "If your program makes threads already: run() does its work here and now, start() is what "
                   "starts "
                   "a thread. And join() right behind start() waits until that client has left.";
        default:
            return "If your program starts threads or processes already: pthread_join() or wait() right "
                   "behind the "
                   "start waits until that client has left.";
    }
}

}  // namespace

// It waits for one client while another has sent something.
std::optional<model::Diagnosis> serves_one_at_a_time(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const auto text = unanswered(failure);
    const auto wait = unsatisfied_wait(failure);
    if (!text.has_value() || !wait.has_value() || ended(failure).has_value() ||
        waits_for_whoever_comes(failure, wait->in))
        return std::nullopt;
    std::vector<std::string> open;
    std::string talker;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        if (const auto* one = std::get_if<event::Opened>(&what)) open.push_back(one->connection);
        if (const auto* closed = std::get_if<event::Closed>(&what)) std::erase(open, closed->connection);
        if (const auto* finished = std::get_if<event::Finished>(&what);
            finished != nullptr && finished->by_program)
            std::erase(open, finished->connection);
        if (const auto* sent = std::get_if<event::Sent>(&what);
            sent != nullptr && failure.transcript.events[i].number == text->evidence.front())
            talker = sent->connection;
    }
    if (open.size() < 2 || talker.empty() || open.front() == talker) return std::nullopt;
    const std::string unheard = fmt::format("Meanwhile {} sent {} and got no reply.",
                                            model::actor_in_words(talker), quote(bare(text->original), 60));
    const auto served =
        static_cast<std::size_t>(std::count_if(wait->in.begin(), wait->in.end(), receives_or_reads));
    if (served >= open.size()) return std::nullopt;  // it waits for each of them
    if (served > 1)
        return model::Diagnosis{
            "",
            fmt::format(
                "{} clients are connected, and your program waits for {} of them to say something. {}",
                open.size(), served, unheard),
            "Your program serves several clients at once, but not all of them: a pool of threads, or an "
            "array of "
            "clients, has room for so many, and whoever comes then has to wait. Start a thread for each "
            "connection, "
            "or let select() say who has something to read.",
            text->evidence};
    return model::Diagnosis{
        "", fmt::format("{} {}. {}", named_first(open.front()), what_it_said(failure, open.front()), unheard),
        std::string(
            "While recv() waits for one client, nobody else is served. Start a thread for each connection, "
            "or let select() say who has something to read. ") +
            why_a_thread_does_not_help(language(failure.transcript)),
        text->evidence};
}

}  // namespace sockgrade::diagnoses
