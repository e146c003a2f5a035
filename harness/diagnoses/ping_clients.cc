#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <set>

#include "base/pattern.hh"
#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/pings.hh"
#include "diagnoses/words.hh"
#include "faults/fault.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

// The first datagram has the second message in it too.
std::optional<model::Diagnosis> sends_several_in_one(const CaseView& view) {
    const auto pings = pings_of(view);
    if (!pings || pings->different > 1) return std::nullopt;
    const Ping& first = pings->sent.front();
    std::size_t together = 0;
    for (const model::Message& message : pings->expected)
        if (contains(first.bytes, beginning_of(message) + " ")) ++together;
    if (together < 2) return std::nullopt;
    return say<words::sends_several_in_one>({first.number}, "together"_a = together,
                                            "all"_a = pings->expected.size(),
                                            "text"_a = quote(first.bytes, 80));
}

// The word and the number, and nothing behind them.
std::optional<model::Diagnosis> sends_the_beginning_only(const CaseView& view) {
    const auto pings = pings_of(view);
    if (!pings || pings->different != 0) return std::nullopt;
    const std::string beginning = beginning_of(pings->expected.front());
    const Ping& first = pings->sent.front();
    if (beginning.empty() || bare(first.bytes) != beginning) return std::nullopt;
    return say<words::sends_the_beginning_only>({first.number}, "ping"_a = quote(first.bytes, 60));
}

namespace {

constexpr std::string_view kDigits = "0123456789";

// The text before the first number, and that number.
struct Numbered {
    std::string_view before;
    std::string_view number;
};

Numbered numbered(std::string_view text) {
    const std::size_t at = std::min(text.find_first_of(kDigits), text.size());
    const std::size_t end = std::min(text.find_first_not_of(kDigits, at), text.size());
    return {text.substr(0, at), text.substr(at, end - at)};
}

}  // namespace

// The first datagram is as it should be but for its number.
std::optional<model::Diagnosis> counts_from_another_number(const CaseView& view) {
    const auto pings = pings_of(view);
    if (!pings || pings->all_came() || pings->sent.front().which == 0) return std::nullopt;
    const std::string wanted = beginning_of(pings->expected.front());
    const Numbered first = numbered(wanted);
    const Numbered got = numbered(pings->sent.front().bytes);
    if (first.number.empty() || got.number.empty() || first.before != got.before) return std::nullopt;
    if (first.number == got.number) return std::nullopt;
    return say<words::counts_from_another_number>({pings->sent.front().number}, "number"_a = got.number,
                                                  "ping"_a = quote(bare(pings->sent.front().bytes), 60),
                                                  "first"_a = first.number);
}

// Though its reply had come: the number does not grow.
std::optional<model::Diagnosis> sends_the_same_number_again(const CaseView& view) {
    const auto pings = pings_of(view);
    if (!pings || view.cause != model::Cause::extra) return std::nullopt;
    for (std::size_t i = 1; i < pings->sent.size(); ++i) {
        const Ping& before = pings->sent[i - 1];
        const Ping& ping = pings->sent[i];
        if (!ping.which || ping.which != before.which || before.reply == Ping::Reply::lost) continue;
        return say<words::sends_the_same_number_again>({before.number, ping.number},
                                                       "before"_a = quote(bare(before.bytes), 60),
                                                       "ping"_a = quote(bare(ping.bytes), 60));
    }
    return std::nullopt;
}

// What is to be counted as lost is tried once more.
std::optional<model::Diagnosis> sends_a_lost_ping_again(const CaseView& view) {
    const auto pings = pings_of(view);
    if (!pings || view.cause != model::Cause::extra) return std::nullopt;
    for (std::size_t i = 1; i < pings->sent.size(); ++i) {
        const Ping& before = pings->sent[i - 1];
        const Ping& ping = pings->sent[i];
        if (!ping.which || ping.which != before.which || before.reply != Ping::Reply::lost) continue;
        return say<words::sends_a_lost_ping_again>({before.number, before.reply_event, ping.number},
                                                   "before"_a = quote(bare(before.bytes), 60));
    }
    return std::nullopt;
}

// All went well, and it ended before the last.
std::optional<model::Diagnosis> stops_too_early(const CaseView& view) {
    const auto pings = pings_of(view);
    const auto& end = view.end;
    if (!pings || !end.has_value() || pings->all_came()) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < pings->sent.size(); ++i)
        if (pings->sent[i].which != i || pings->sent[i].reply != Ping::Reply::came) return std::nullopt;
    return say<words::stops_too_early>({pings->sent.back().number, end->number},
                                       "sent"_a = pings->sent.size(), "all"_a = pings->expected.size());
}

// A datagram met nobody, the system said so, and that was the program's end.
std::optional<model::Diagnosis> falls_at_a_refusal(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& end = view.end;
    if (serves(plan) || plan.transport != model::Transport::udp || !end.has_value() || view.had_to_fail)
        return std::nullopt;
    std::size_t refused = 0;
    for (const model::Event& one : view.transcript.events) {
        const auto* played = std::get_if<event::FaultPlayed>(&one.what);
        const auto* fault = std::get_if<event::FaultApplied>(&one.what);
        const bool is_refusal = (played != nullptr && played->what == event::FaultPlayed::What::refused) ||
                                (fault != nullptr && faults::is(fault->kind, &faults::FaultKind::refuses));
        const bool is_away = played != nullptr && played->what == event::FaultPlayed::What::went_away;
        if ((is_refusal || is_away) && refused == 0) refused = one.number;
    }
    static constexpr std::array kSigns = {"Connection refused", "connection refused", "ECONNREFUSED",
                                          "PortUnreachable"};
    const std::string said = printed(view.transcript, 0, end->position);
    const bool names_it =
        std::any_of(kSigns.begin(), kSigns.end(), [&](const char* sign) { return contains(said, sign); });
    if (refused == 0 || !names_it) return std::nullopt;
    return say<words::falls_at_a_refusal>({refused, end->number});
}

namespace {

// What the languages say when nobody catches it.
bool speaks_of_a_time_out(const std::string& errors) {
    return count_matches("(?i)timed out|time-?out", errors) > 0;
}

}  // namespace

// A reply was lost, and that is the end of the program.
std::optional<model::Diagnosis> gives_up_at_a_time_out(const CaseView& view) {
    const auto pings = pings_of(view);
    const auto& end = view.end;
    if (!pings || pings->all_came() || !end.has_value()) return std::nullopt;
    const Ping* const last = unanswered_at_the_end(*pings);
    if (last == nullptr || end->termination.how != model::Termination::How::exited) return std::nullopt;
    const auto& said = view.errors;
    const bool is_thrown = end->termination.code != 0 && speaks_of_a_time_out(said);
    if (end->termination.code != 0 && !is_thrown) return std::nullopt;
    const std::string lost = fmt::format("The reply to {} was lost", quote(bare(last->bytes), 60));
    const std::vector<std::size_t> evidence{last->number, last->reply_event, end->number};
    if (is_thrown)
        return model::Diagnosis{"", lost + ", and the exception of the time-out ended your program.",
                                words::catch_inside_the_loop, evidence};
    return model::Diagnosis{"", lost + ", and your program ended instead of going on with the next ping.",
                            "After a time-out go on with the loop: continue, and not break or return.",
                            evidence};
}

namespace {

// How many replies the link let none of arrive, or held until others had passed; nothing where it did
// something else to them. One that it held for a part of a second came in time.
std::optional<std::size_t> replies_lost(const model::Transcript& transcript) {
    std::set<std::string> lost;
    for (const auto* fault : transcript.all<event::FaultApplied>()) {
        const bool is_held =
            faults::is(fault->kind, &faults::FaultKind::holds) && fault->rule < transcript.plan.faults.size();
        if (!fault->lost && !is_held) return std::nullopt;
        if (is_held && transcript.plan.faults[fault->rule].detail.ms > 0) continue;
        if (fault->direction == model::Direction::to_program) lost.insert(fault->bytes);
    }
    return lost.size();
}

bool has_late_ones(const model::Transcript& transcript) {
    const auto faults = transcript.all<event::FaultApplied>();
    return std::any_of(faults.begin(), faults.end(), [](const event::FaultApplied* fault) {
        return faults::is(fault->kind, &faults::FaultKind::holds);
    });
}

}  // namespace

// It says so of pings whose replies came, or would have, had it waited.
std::optional<model::Diagnosis> prints_too_many_time_outs(const CaseView& view) {
    const auto pings = pings_of(view);
    if (!pings || !pings->all_came() || unmet_pattern(view) == nullptr) return std::nullopt;
    const bool somebody_answers = std::any_of(pings->sent.begin(), pings->sent.end(), [](const Ping& ping) {
        return ping.reply == Ping::Reply::came;
    });
    const auto lost = replies_lost(view.transcript);
    if (!somebody_answers || !lost.has_value()) return std::nullopt;
    const std::size_t said = time_outs_printed(view);
    // Who says it twice for each one counts otherwise, where nothing comes late that may be taken for the
    // next.
    const bool is_doubled = said == 2 * *lost && !has_late_ones(view.transcript);
    if (said <= *lost || said > pings->sent.size() || is_doubled) return std::nullopt;
    std::vector<std::size_t> evidence;
    for (const model::Event& event : view.transcript.events)
        if (const auto* print = std::get_if<event::Printed>(&event.what))
            if (contains(to_lower(print->bytes), "out")) evidence.push_back(event.number);
    return say<words::prints_too_many_time_outs>(evidence, "said"_a = said, "sent"_a = pings->sent.size(),
                                                 "were"_a = *lost == 0   ? "none was"
                                                            : *lost == 1 ? "one was"
                                                                         : fmt::format("{} were", *lost));
}

namespace {

// Then it is no wonder that a reply is late.
std::optional<model::Diagnosis> does_not_wait_a_second(const CaseView& view, const Ping& late,
                                                       const Ping& next) {
    constexpr std::int64_t kNearlyASecond = 900'000;
    const auto at = [&](std::size_t number) {
        const std::size_t position = position_of(view.transcript, number);
        return position < view.transcript.events.size() ? view.transcript.events[position].at_us : 0;
    };
    const bool is_known = at(late.number) > 0 && at(next.number) > 0;
    if (!is_known || at(next.number) - at(late.number) >= kNearlyASecond) return std::nullopt;
    return say<words::does_not_wait_for_the_reply>({late.number, next.number},
                                                   "next"_a = quote(bare(next.bytes), 60),
                                                   "late"_a = quote(bare(late.bytes), 60));
}

}  // namespace

// A late reply saved a ping from its time-out whose own reply was lost.
std::optional<model::Diagnosis> takes_any_reply(const CaseView& view) {
    const auto pings = pings_of(view);
    if (!pings || !pings->all_came() || unmet_pattern(view) == nullptr) return std::nullopt;
    for (std::size_t i = 0; i + 1 < pings->sent.size(); ++i) {
        const Ping& late = pings->sent[i];
        const Ping& next = pings->sent[i + 1];
        if (late.reply != Ping::Reply::late || next.reply != Ping::Reply::lost) continue;
        if (const auto hurry = does_not_wait_a_second(view, late, next)) return hurry;
        if (time_outs_printed(view) + 1 != pings->without_reply()) continue;
        return say<words::takes_any_reply>({next.number, next.reply_event, late.reply_event},
                                           "late"_a = quote(bare(late.bytes), 60),
                                           "next"_a = quote(bare(next.bytes), 60));
    }
    return std::nullopt;
}

namespace {

struct Percentage {
    std::string text;
    double value = 0;
};

// The last number with a percent sign behind it.
std::optional<Percentage> last_percentage(const std::string& output) {
    constexpr std::string_view kNumber = "0123456789.";
    const std::size_t sign = output.rfind('%');
    if (sign == std::string::npos || sign == 0) return std::nullopt;
    const std::size_t last = output.find_last_not_of(' ', sign - 1);
    if (last == std::string::npos || kNumber.find(output[last]) == std::string_view::npos)
        return std::nullopt;
    const std::size_t before = output.find_last_not_of(kNumber, last);
    const std::size_t first = before == std::string::npos ? 0 : before + 1;
    Percentage found{output.substr(first, last + 1 - first), 0};
    found.value = std::strtod(found.text.c_str(), nullptr);
    return found;
}

}  // namespace

// The time-outs are right, and what is made of them is not.
std::optional<model::Diagnosis> prints_another_loss(const CaseView& view) {
    const auto pings = pings_of(view);
    const model::Prints* const unmet = unmet_pattern(view);
    if (!pings || !pings->all_came() || unmet == nullptr || !contains(unmet->pattern, "%"))
        return std::nullopt;
    const std::size_t lost = pings->without_reply();
    const std::size_t all = pings->sent.size();
    if (time_outs_printed(view) != lost) return std::nullopt;
    const auto got = last_percentage(view.all_output);
    const double due = 100.0 * static_cast<double>(lost) / static_cast<double>(all);
    constexpr double kNear = 0.01;
    const auto is = [&](double value) { return got->value > value - kNear && got->value < value + kNear; };
    if (!got || is(due)) return std::nullopt;
    const char* hint = "The loss is the lost pings out of all that were sent: lost * 100 / 10.";
    if (is(0))
        hint =
            "In C, Java and Go, 2 / 10 is 0 where both are whole numbers, and 0 * 100 is 0 too. Multiply "
            "first: lost * 100 / 10.";
    else if (is(100 - due))
        hint = "That is the share that came back. The loss is the rest: 100 minus that.";
    std::vector<std::size_t> evidence;
    for (const model::Event& event : view.transcript.events)
        if (const auto* print = std::get_if<model::event::Printed>(&event.what))
            if (contains(print->bytes, "%")) evidence.push_back(event.number);
    return say<words::prints_another_loss>(evidence, Hint{hint}, "lost"_a = lost, "all"_a = all,
                                           "due"_a = due, "got"_a = got->text);
}

}  // namespace sockgrade::diagnoses
