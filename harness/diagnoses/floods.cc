#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

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

// It had to print less than so many lines.
std::optional<model::Diagnosis> races(const Failure& failure) {
    const model::Finding& finding = unmet(failure);
    const auto& steps = failure.transcript.plan.steps;
    if (failure.cause != model::Cause::extra || finding.step.value_or(steps.size()) >= steps.size())
        return std::nullopt;
    const auto* prints = std::get_if<model::Prints>(&steps[*finding.step].action);
    if (prints == nullptr || prints->times != 0U || !prints->pattern.starts_with("(?:[^\\n]*\\n){"))
        return std::nullopt;
    const std::string all = printed(failure.transcript, 0, failed_at(failure));
    const std::string_view line = repeated_line(all);
    const auto lines = static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n'));
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program printed {}{}: its loop goes round without a pause, or with a very short one.",
            count_of(lines, "line"), line.empty() ? "" : ", again and again " + quote(line, 60)),
        "Sleep in every round of the loop, whatever came of it: time.sleep() in Python counts seconds, "
        "Thread.sleep() and setTimeout() thousandths, usleep() millionths.",
        finding.evidence.empty() ? std::vector<std::size_t>{}
                                 : std::vector<std::size_t>{finding.evidence.back()}};
}

}  // namespace

// It wrote until it was stopped, or much more than it should.
std::optional<model::Diagnosis> floods(const Failure& failure) {
    if (auto race = races(failure)) return race;
    if (failure.cause != model::Cause::output_flood) return std::nullopt;
    if (stays_with_the_first_client(failure)) return std::nullopt;
    const model::Event* flood = nullptr;
    std::string_view last;
    for (const model::Event& event : failure.transcript.events) {
        if (flood != nullptr) break;
        if (std::holds_alternative<event::Flooded>(event.what)) flood = &event;
        if (const auto* print = std::get_if<event::Printed>(&event.what)) last = print->bytes;
    }
    if (flood == nullptr) return std::nullopt;
    const std::string& what = std::get<event::Flooded>(flood->what).what;
    if (what == "memory")
        return model::Diagnosis{
            "",
            "Your program took more and more memory, until it was stopped.",
            "Look for a loop that never ends and keeps something in each round: a list that grows, "
            "a buffer that is never freed, a process or thread that starts others.",
            {flood->number}};
    if (what == "socket-memory")
        return model::Diagnosis{
            "",
            "Your program sent more and more into sockets that nobody reads from, or opened more and more of "
            "them, until it was stopped.",
            "Look for a loop that never ends and sends, or opens a socket, in each round: close each socket "
            "that is done with, and see to it that what is sent is read.",
            {flood->number}};
    // A client that is to go on for ever lacks no end.
    const auto& steps = failure.transcript.plan.steps;
    const bool goes_on = failure.transcript.plan.role == model::Role::client &&
                         std::any_of(steps.begin(), steps.end(), [](const model::Step& step) {
                             return std::holds_alternative<model::AnswerEach>(step.action);
                         });
    if (what != "output" && what != "connections" && goes_on)
        return model::Diagnosis{
            "",
            "Your program sent one message after another, as fast as it could: its loop has no pause.",
            "Sleep in every round of the loop, also where the reply has come at once: time.sleep() in Python "
            "counts "
            "seconds, Thread.sleep() and setTimeout() thousandths, usleep() millionths.",
            {flood->number}};
    const bool output = what == "output";
    const WhatEnded over = what_ended(failure.transcript, flood->number);
    const std::string_view line = output ? repeated_line(last) : std::string_view{};
    return model::Diagnosis{
        "",
        fmt::format("Your program {} without end{}{}.",
                    output                  ? "printed"
                    : what == "connections" ? "opened new connections"
                                            : "sent",
                    over.when, line.empty() ? "" : ", again and again " + quote(line, 60)),
        over.hint,
        {flood->number}};
}

}  // namespace sockgrade::diagnoses
