// What is asked of the program itself in a story: what it prints, whether it ends, what is typed for it.
#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "base/text.hh"
#include "run/story.hh"
#include "wording/wanted.hh"

namespace sockgrade::run {

using model::WaitEnd;

namespace {

constexpr std::size_t kMostCounted = 64;  // of texts to be printed: each look searches for all of them

std::size_t count_of_text(const std::string& where, const std::string& what) {
    std::size_t count = 0;
    for (std::size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + what.size()))
        ++count;
    return count;
}

}  // namespace

// What a fault has lost or changed on its way is not awaited: one that only ever looks again after a while,
// and so never is at rest, would be waited for in vain.
bool Story::is_printed(const std::vector<Unprinted>& texts) const {
    std::map<std::string, std::size_t> spoiled = peers_.spoiled();
    return std::all_of(texts.begin(), texts.end(), [&](const Unprinted& one) {
        if (const auto lost = spoiled.find(one.datagram); lost != spoiled.end() && lost->second > 0) {
            --lost->second;
            return true;
        }
        return program_.printed().find(trim_line_end(one.text)) != std::string::npos;
    });
}

Waited Story::act(const model::Step&, const model::Prints& action) {
    std::vector<Unprinted> texts;
    switch (action.what) {
        case model::Prints::What::sent:
        case model::Prints::What::stream:
            texts = std::exchange(sent_unprinted_, {});
            break;
        case model::Prints::What::reply:
            for (const std::string& reply : replies_) texts.push_back({reply});
            break;
        case model::Prints::What::message:
            texts.push_back({action.message.bytes});
            break;
        case model::Prints::What::pattern:
            break;
        case model::Prints::What::ports:
            for (const std::uint16_t port : plan_.given.ports.listening)
                texts.push_back({std::to_string(port)});
            break;
        case model::Prints::What::addresses:
            for (const model::Interface& one : plan_.interfaces)
                for (const std::string& address : one.addresses) texts.push_back({address});
            break;
    }
    Awaited awaited;
    // What is listed is asked for one by one, if it is.
    if (action.what == model::Prints::What::ports || action.what == model::Prints::What::addresses)
        awaited.input = [&] { return typist_.type_a_line(); };
    if (listens_and_dials()) awaited.help = [&] { return finish_a_connection(); };
    const bool is_pattern = action.what == model::Prints::What::pattern;
    const std::size_t least = action.times.value_or(1);
    awaited.satisfied = [&] {
        if (is_pattern) return wording::times_printed(action.pattern, program_.printed()) >= least;
        return is_printed(texts);
    };
    // One that takes its time for each of several is getting on.
    if (texts.size() > 1 && texts.size() <= kMostCounted)
        awaited.progress = [&] {
            return static_cast<std::size_t>(
                std::count_if(texts.begin(), texts.end(), [&](const Unprinted& one) {
                    return program_.printed().find(trim_line_end(one.text)) != std::string::npos;
                }));
        };
    if (action.what == model::Prints::What::reply)
        awaited.help = [&] { return close_everything_step_by_step(); };
    // What is to be printed nowhere may still come.
    const Waited waited = listens_and_dials() && is_pattern && least == 0
                              ? until_or_patience([] { return false; }, Due::nothing)
                              : until(awaited);
    const bool is_of_machine =
        action.what == model::Prints::What::ports || action.what == model::Prints::What::addresses;
    if (waited.how == WaitEnd::satisfied && is_of_machine) let_print_the_rest(texts);
    if (waited.how == WaitEnd::satisfied) waiting_.settle(true);
    peers_.hear_what_scanned_ports_got();
    return waited;
}

// All that is looked for may stand in a heading ("from port 23000 to port 23020"), and be found later. One
// that tells it all again and again has told it.
void Story::let_print_the_rest(const std::vector<Unprinted>& texts) {
    constexpr std::chrono::seconds kBetweenLines{2};
    constexpr std::chrono::seconds kInAll{30};
    constexpr std::size_t kAgainAndAgain = 5;
    const auto is_told = [&] {
        return !texts.empty() && std::all_of(texts.begin(), texts.end(), [&](const Unprinted& one) {
            return count_of_text(program_.printed(), one.text) >= kAgainAndAgain;
        });
    };
    const auto end = waiting_.now() + kInAll;
    for (std::size_t printed = 0;
         printed < program_.printed().size() && waiting_.now() < end && !is_told();) {
        printed = program_.printed().size();
        const auto next = waiting_.now() + kBetweenLines;
        until({.satisfied =
                   [&] {
                       return program_.printed().size() > printed || program_.first_process_ended() ||
                              waiting_.now() >= next;
                   },
               .until = next,
               .due = Due::nothing});
    }
}

// As often as one that gives up would try, and no longer: how long that takes must not matter.
Waited Story::let_go_on() {
    constexpr std::size_t kEnough = 16;
    const std::size_t before = peers_.datagrams_from_program();
    const auto sent = [this, before] { return peers_.datagrams_from_program() - before; };
    return until({.satisfied = [&] { return program_.first_process_ended() || sent() >= kEnough; },
                  .input = [&] { return typist_.decline(); },
                  .progress = sent});
}

Waited Story::act(const model::Step&, const model::Exits& action) {
    if (action.otherwise != model::Exits::Or::nothing) return let_go_on();
    return until({.satisfied = [&] { return program_.first_process_ended(); },
                  .input = [&] { return typist_.decline(); },
                  .help = [&] { return close_everything_step_by_step(); }});
}

// One that sends without a pause never comes to rest. It goes on until that is too much: a moment is enough
// for more or for less of it, as the machine is quick or slow.
void Story::let_pour_out() {
    constexpr std::size_t kPoursOut = 64;  // in one settling, which is 50 ms of processor time
    std::size_t before = 0;
    do {
        before = peers_.datagrams_from_program();
        waiting_.settle(true);
    } while (peers_.datagrams_from_program() > before + kPoursOut && !peers_.flooded());
}

// What has come is not the message, and the program waits for somebody to type: then it was the question for
// the user, or a greeting, and the message comes when it is typed.
Waited Story::let_ask(const std::string& actor, Waited waited) {
    const Exchange& exchange = exchanges_[actor];
    const std::string_view given = model::without_line_end(plan_.given.message);
    const auto has_come = [&] {
        const reference::TcpConnection* const connection = peers_.tcp(actor);
        if (is_tcp())
            return connection == nullptr || connection->is_over() ||
                   connection->received().find(given, exchange.received_before) != std::string::npos;
        const auto& datagrams = peers_.datagrams(actor);
        return std::any_of(datagrams.begin(), datagrams.end(), [&](const auto& datagram) {
            return datagram.bytes.find(given) != std::string::npos;
        });
    };
    if (waited.how != WaitEnd::satisfied && waited.how != WaitEnd::quiet) return waited;
    if (received_by(actor) == exchange.received_before || has_come()) return waited;
    waiting_.settle(true);
    if (!waiting_.program_reads_input() || !typist_.type_what_is_asked_for()) return waited;
    waited = until({.satisfied = has_come, .input = [&] {
                        return waiting_.program_reads_input() && typist_.type_what_is_asked_for();
                    }});
    waiting_.settle();
    let_arrive();
    return waited;
}

// A program that is to send once may do so on one connection after another.
Waited Story::hear_other_connections(const std::string& actor, Waited waited) {
    constexpr std::size_t kEnough = 8;
    for (std::size_t i = 0; i < kEnough && peers_.reception().has_taken(); ++i) {
        const std::string other = peers_.name_for_another(actor);
        peers_.accept(other);
        exchanges_[other] = {};
        const reference::TcpConnection* const connection = peers_.tcp(other);
        waited = until({.satisfied = [&] { return connection == nullptr || connection->is_over(); },
                        .due = Due::nothing});
        waiting_.settle();
        let_arrive();
    }
    return waited;
}

// Where the program waits for us without a time limit, nothing would come of waiting for it.
Waited Story::act(const model::Step&, const model::IsRunning& action) {
    let_pour_out();
    if (peers_.flooded()) return {WaitEnd::flooded, {}};
    if (action.after.count() == 0) return {};
    const auto began = waiting_.now();
    const auto is_over = [&] { return waiting_.now() >= began + action.after; };
    const auto whole_seconds = [&] {
        return static_cast<std::size_t>(
            std::chrono::duration_cast<std::chrono::seconds>(waiting_.now() - began).count());
    };
    Waited waited = until({.satisfied = is_over,
                           .until = began + action.after,
                           .progress = whole_seconds,
                           .due = Due::nothing});
    if (waited.how == WaitEnd::quiet) waited.how = WaitEnd::satisfied;
    waiting_.settle(true);
    return waited;
}

// Handouts ask for a sign of life every five seconds. On a busy machine one may be late; but the time over
// which the program's clock has jumped, it has slept for by its own doing.
Waited Story::until_it_beats(const std::function<bool()>& beats) {
    constexpr std::chrono::seconds kLongestSilence{6};
    constexpr std::chrono::milliseconds kLongestSleep{5250};
    const bool jumps = plan_.quiescence && !plan_.real_time;
    const auto ahead = [&] { return waiting_.now() - system::Clock::now(); };
    const auto began = waiting_.now();
    const auto ahead_before = ahead();
    for (;;) {
        const auto slept = jumps ? ahead() - ahead_before : kLongestSleep;
        const auto latest = std::max(began + kLongestSilence, waiting_.now() + (kLongestSleep - slept));
        Waited waited = until({.satisfied = [&] { return beats() || waiting_.now() >= latest; },
                               .until = latest,
                               .due = Due::steadily});
        if (waited.how != WaitEnd::satisfied || beats()) return waited;
        if (!jumps || ahead() - ahead_before >= kLongestSleep) return {WaitEnd::quiet, waited.waits};
    }
}

// What it says at its start, and about what has just come, does not count.
Waited Story::act(const model::Step&, const model::KeepsPrinting&) {
    constexpr std::size_t kEnough = 3;
    if (is_passive_program())
        if (const Waited waited = until_listening(); waited.how != WaitEnd::satisfied) return waited;
    Waited waited;
    for (std::size_t i = 0; i < kEnough && waited.how == WaitEnd::satisfied; ++i) {
        // One that does not come to rest in between has poured out by then.
        waiting_.settle(true);
        const std::size_t before = program_.printed().size();
        waited = until_it_beats([&] { return program_.printed().size() > before; });
    }
    waiting_.settle(true);
    return waited;
}

Waited Story::act(const model::Step&, const model::Typed& action) {
    if (listens_and_dials()) wait_to_be_dialled();
    waiting_.settle(true);
    if (program_.input_is_open()) program_.type({action.message.bytes + "\n"});
    return {};
}

}  // namespace sockgrade::run
