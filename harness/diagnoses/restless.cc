#include <fmt/format.h>
#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/wait.hh"
#include "wording/wanted.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using namespace fmt::literals;

// Never at rest: a loop that goes round without waiting.
std::optional<model::Diagnosis> spins(const CaseView& view) {
    const auto& wait = view.wait;
    if (view.cause != Cause::hung || !wait.has_value()) return std::nullopt;
    // Where other threads wait, only the end of something tells why one goes round.
    const WhatEnded over = what_ended(view.transcript, wait->number);
    const bool runs = any_in(wait->in, WaitCall::none);
    const bool is_all = runs && wait->in.size() == 1;
    const bool is_a_part = runs && !over.when.empty();
    if (wait->how != model::WaitEnd::backstop || !(is_all || is_a_part)) return std::nullopt;
    return say<words::spins>({wait->number}, Hint{over.hint}, "when"_a = over.when,
                             "it"_a = is_all ? "it" : "a part of it");
}

namespace {

// Since it last printed, in the step that ends there, its clock went on: then it has a timer.
bool time_went_on(const CaseView& view, std::size_t number) {
    bool jumped = false;
    for (const model::Event& one : view.transcript.events) {
        if (one.number >= number) break;
        if (std::holds_alternative<event::StepBegan>(one.what) ||
            std::holds_alternative<event::Printed>(one.what))
            jumped = false;
        if (std::holds_alternative<event::Jumped>(one.what)) jumped = true;
    }
    return jumped;
}

// What it prints shows, so it is neither stuck nor is it kept in a buffer: the pause is too long.
std::optional<model::Diagnosis> beats_too_slowly(const CaseView& view, const event::StepEnded& step,
                                                 std::size_t number) {
    std::string before;
    for (const model::Event& one : view.transcript.events) {
        if (one.number >= number) break;
        if (const auto* print = std::get_if<event::Printed>(&one.what)) before += print->bytes;
    }
    const std::string_view text = bare(before);
    // The loop of Node waits for sockets and timers alike: only that its time went on shows that there was
    // one.
    const bool is_node = view.language == Language::javascript && !waits_to_receive(step.waits);
    const bool is_busy = step.how == model::WaitEnd::backstop;
    const bool pauses = any_in(step.waits, WaitCall::sleep) || (is_node && time_went_on(view, number));
    if (text.empty() || !(is_busy || pauses)) return std::nullopt;
    return say<words::beats_too_slowly>({number}, "line"_a = quote(text.substr(text.rfind('\n') + 1), 60));
}

}  // namespace

// It was to give signs of life while nothing comes, and is stuck in a call that waits.
std::optional<model::Diagnosis> waits_in_silence(const CaseView& view) {
    const auto& events = view.transcript.events;
    const model::Plan& plan = view.plan;
    for (const model::Event& one : events) {
        const auto* step = std::get_if<event::StepEnded>(&one.what);
        if (step == nullptr || step->step >= plan.steps.size()) continue;
        if (!std::holds_alternative<model::KeepsPrinting>(plan.steps[step->step].action)) continue;
        if (view.cause == model::Cause::output_flood) return say<words::beats_without_a_pause>({one.number});
        const bool is_busy = step->how == model::WaitEnd::backstop;
        if (!is_busy && step->how != model::WaitEnd::quiet) continue;
        if (is_busy && bind_not_called(view)) return std::nullopt;
        if (auto slow = beats_too_slowly(view, *step, one.number)) return slow;
        if (is_busy) return say<words::beats_unseen>({one.number});
        const bool receives = waits_to_receive(step->waits);
        return say<words::waits_in_silence>(
            {one.number},
            Hint{receives                               ? words::do_not_wait_for_datagrams
                 : any_in(step->waits, WaitCall::sleep) ? words::short_pause_and_flush
                 : view.language == Language::javascript
                     ? "setInterval(() => console.log('nothing yet'), 1000) beats beside the 'message' "
                       "handler; "
                       "setTimeout() does once."
                     : "The loop has to come round, and print, also when there is nothing to read."},
            "where"_a =
                step->waits.empty() ? "" : fmt::format(": it waits in {}", telling::in_words(step->waits)));
    }
    return std::nullopt;
}

namespace {

// A line that the text is full of; the last one may be cut off.
std::string_view repeated_line(std::string_view text) {
    constexpr std::size_t kTail = 4096;
    constexpr int kTelling = 3;
    text = text.substr(text.size() - std::min(text.size(), kTail));
    const std::size_t last = text.rfind('\n');
    if (last == std::string_view::npos) return {};
    text = text.substr(0, last);
    const std::string_view line = text.substr(text.rfind('\n') + 1);
    int count = 0;
    for (std::size_t at = text.find(line); at != std::string_view::npos && !line.empty();
         at = text.find(line, at + line.size()))
        ++count;
    return count >= kTelling ? line : std::string_view{};
}

// What must not stand in the output stands nowhere in a hundred lines of it: it is their number that is too
// much.
bool is_about_many_lines(const std::string& pattern, std::string_view output) {
    constexpr std::ptrdiff_t kFew = 100;
    constexpr auto kMost = static_cast<std::ptrdiff_t>(2 * kMostLinesSearched);
    const auto fits = [&](std::size_t from, std::size_t end) {
        return wording::times_printed(pattern, std::string(output.substr(from, end - from))) > 0;
    };
    std::ptrdiff_t lines = 0;
    std::size_t from = 0;
    std::size_t end = 0;
    for (; end < output.size() && lines < kMost; ++end) {
        if (output[end] != '\n' || ++lines % kFew != 0) continue;
        if (fits(from, end + 1)) return false;
        from = end + 1;
    }
    return lines >= kFew && fits(0, end);
}

// It sent more datagrams than it may in that time, wherever they arrived.
std::optional<model::Diagnosis> sends_too_many(const CaseView& view) {
    const auto* const running =
        view.failed.step == nullptr ? nullptr : std::get_if<model::IsRunning>(&view.failed.step->action);
    if (view.cause != Cause::extra || running == nullptr || running->sends_at_most == 0) return std::nullopt;
    return say<words::sends_again_and_again>(view.unmet.evidence, "datagrams"_a = view.unmet.got,
                                             "most"_a = running->sends_at_most);
}

// It had to print less than so many lines.
std::optional<model::Diagnosis> races(const CaseView& view) {
    if (auto sends = sends_too_many(view)) return sends;
    const model::Finding& finding = view.unmet;
    const auto& steps = view.plan.steps;
    if (view.cause != model::Cause::extra || finding.step.value_or(steps.size()) >= steps.size())
        return std::nullopt;
    const auto* prints = std::get_if<model::Prints>(&steps[*finding.step].action);
    const auto& all = view.output;
    if (prints == nullptr || prints->times != 0U || !is_about_many_lines(prints->pattern, all))
        return std::nullopt;
    const std::string_view line = repeated_line(all);
    const auto lines = static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n'));
    return say<words::prints_again_and_again>(
        finding.evidence.empty() ? std::vector<std::size_t>{}
                                 : std::vector<std::size_t>{finding.evidence.back()},
        "lines"_a = count_of(lines, "line"),
        "again"_a = line.empty() ? "" : ", again and again " + quote(line, 60));
}

// What it was stopped for, where that is, and what it printed last before.
struct Flood {
    std::string what;
    std::size_t number = 0;
    std::string_view printed;
};

// A program that pours out may come to the end of its time before it comes to the limit.
Flood flood_of(const model::Transcript& transcript) {
    Flood flood;
    for (const model::Event& one : transcript.events) {
        if (const auto* flooded = std::get_if<event::Flooded>(&one.what))
            return {flooded->what, one.number, flood.printed};
        if (const auto* print = std::get_if<event::Printed>(&one.what))
            flood = {"output", one.number, print->bytes};
    }
    return flood;
}

}  // namespace

// It wrote until it was stopped, or much more than it should.
std::optional<model::Diagnosis> floods(const CaseView& view) {
    if (auto race = races(view)) return race;
    if (view.cause != model::Cause::output_flood) return std::nullopt;
    if (stays_with_the_first_client(view)) return std::nullopt;
    const Flood flood = flood_of(view.transcript);
    if (flood.what.empty()) return std::nullopt;
    const std::string& what = flood.what;
    if (what == "memory") return say<words::takes_more_and_more_memory>({flood.number});
    if (what == "socket-memory") return say<words::fills_sockets_nobody_reads>({flood.number});
    // A client that is to go on for ever lacks no end.
    const auto& steps = view.plan.steps;
    const bool goes_on = view.plan.role == model::Role::client &&
                         std::any_of(steps.begin(), steps.end(), [](const model::Step& step) {
                             return std::holds_alternative<model::AnswerEach>(step.action);
                         });
    if (what != "output" && what != "connections" && goes_on)
        return say<words::sends_without_a_pause>({flood.number});
    const bool output = what == "output";
    const WhatEnded over = what_ended(view.transcript, flood.number);
    const std::string_view line = output ? repeated_line(flood.printed) : std::string_view{};
    return say<words::floods>({flood.number}, Hint{over.hint},
                              "did"_a = output                  ? "printed"
                                        : what == "connections" ? "opened new connections"
                                                                : "sent",
                              "when"_a = over.when,
                              "again"_a = line.empty() ? "" : ", again and again " + quote(line, 60));
}

}  // namespace sockgrade::diagnoses
