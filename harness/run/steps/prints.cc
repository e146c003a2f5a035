#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "base/text.hh"
#include "run/steps/steps.hh"
#include "wording/wanted.hh"

namespace sockgrade::run::steps {

using model::Prints;
using model::WaitEnd;

namespace {

constexpr std::size_t kMostCounted = 64;  // of texts to be printed: each look searches for all of them

std::size_t count_of_text(const std::string& where, const std::string& what) {
    std::size_t count = 0;
    for (std::size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + what.size()))
        ++count;
    return count;
}

bool is_printed(const Stage& stage, const Unprinted& one) {
    return stage.program.printed().find(trim_line_end(one.text)) != std::string::npos;
}

// What a fault has lost or changed on its way is not awaited: one that only ever looks again after a while,
// and so never is at rest, would be waited for in vain.
bool are_printed(const Stage& stage, const std::vector<Unprinted>& texts) {
    std::map<std::string, std::size_t> spoiled = std::as_const(stage.peers).udp().spoiled();
    return std::all_of(texts.begin(), texts.end(), [&](const Unprinted& one) {
        if (const auto lost = spoiled.find(one.datagram); lost != spoiled.end() && lost->second > 0) {
            --lost->second;
            return true;
        }
        return is_printed(stage, one);
    });
}

std::vector<Unprinted> texts_of(Stage& stage, const Prints& prints) {
    std::vector<Unprinted> texts;
    switch (prints.what) {
        case Prints::What::sent:
        case Prints::What::stream:
            return std::exchange(stage.unprinted, {});
        case Prints::What::reply:
            for (const std::string& reply : stage.replies) texts.push_back({reply});
            break;
        case Prints::What::message:
            texts.push_back({prints.message.bytes});
            break;
        case Prints::What::pattern:
            break;
        case Prints::What::ports:
            for (const std::uint16_t port : stage.plan.given.ports.listening)
                texts.push_back({std::to_string(port)});
            break;
        case Prints::What::addresses:
            for (const model::Interface& one : stage.plan.interfaces)
                for (const std::string& address : one.addresses) texts.push_back({address});
            break;
    }
    return texts;
}

// All that is looked for may stand in a heading ("from port 23000 to port 23020"), and be found later. One
// that tells it all again and again has told it.
void let_print_the_rest(Stage& stage, const std::vector<Unprinted>& texts) {
    constexpr std::chrono::seconds kBetweenLines{2};
    constexpr std::chrono::seconds kInAll{30};
    constexpr std::size_t kAgainAndAgain = 5;
    const std::string& output = stage.program.printed();
    const auto is_told = [&] {
        return !texts.empty() && std::all_of(texts.begin(), texts.end(), [&](const Unprinted& one) {
            return count_of_text(output, one.text) >= kAgainAndAgain;
        });
    };
    const Waits& waiting = stage.waiting;
    const auto end = waiting.now() + kInAll;
    for (std::size_t printed = 0; printed < output.size() && waiting.now() < end && !is_told();) {
        printed = output.size();
        const auto next = waiting.now() + kBetweenLines;
        stage.until({.satisfied =
                         [&] {
                             return output.size() > printed || stage.program.first_process_ended() ||
                                    waiting.now() >= next;
                         },
                     .until = next,
                     .due = Due::nothing});
    }
}

Waited until_it_fits(Stage& stage, const Prints& prints) {
    const std::size_t least = prints.times.value_or(1);
    // What is to be printed nowhere may still come.
    if (stage.chats() && least == 0) return stage.chat.until_or_patience([] { return false; }, Due::nothing);
    Awaited awaited{.satisfied = [&] {
        return wording::times_printed(prints.pattern, stage.program.printed()) >= least;
    }};
    if (stage.chats()) awaited.help = [&] { return stage.chat.finish_a_connection(); };
    return stage.until(awaited);
}

Waited until_printed(Stage& stage, const Prints& prints, const std::vector<Unprinted>& texts, bool asks) {
    Awaited awaited{.satisfied = [&] { return are_printed(stage, texts); }};
    // What is listed is asked for one by one, if it is.
    if (asks) awaited.input = [&] { return stage.typist.type_a_line(); };
    if (stage.chats()) awaited.help = [&] { return stage.chat.finish_a_connection(); };
    if (prints.what == Prints::What::reply)
        awaited.help = [&] { return stage.close_everything_step_by_step(); };
    // One that takes its time for each of several is getting on.
    if (texts.size() > 1 && texts.size() <= kMostCounted)
        awaited.progress = [&] {
            return static_cast<std::size_t>(std::count_if(
                texts.begin(), texts.end(), [&](const Unprinted& one) { return is_printed(stage, one); }));
        };
    return stage.until(awaited);
}

}  // namespace

Waited play(Stage& stage, const std::string&, const Prints& prints) {
    const bool is_of_machine = prints.what == Prints::What::ports || prints.what == Prints::What::addresses;
    const std::vector<Unprinted> texts = texts_of(stage, prints);
    const Waited waited = prints.what == Prints::What::pattern
                              ? until_it_fits(stage, prints)
                              : until_printed(stage, prints, texts, is_of_machine);
    if (waited.how == WaitEnd::satisfied && is_of_machine) let_print_the_rest(stage, texts);
    if (waited.how == WaitEnd::satisfied) stage.waiting.settle(true);
    stage.peers.hear_what_scanned_ports_got();
    return waited;
}

}  // namespace sockgrade::run::steps
