#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// What it prints shows, so it is neither stuck nor is it kept in a buffer: the pause is too long.
std::optional<model::Diagnosis> beats_too_slowly(const Failure& failure, const event::StepEnded& step,
                                                 std::size_t number) {
    std::string before;
    for (const model::Event& one : failure.transcript.events) {
        if (one.number >= number) break;
        if (const auto* print = std::get_if<event::Printed>(&one.what)) before += print->bytes;
    }
    const std::string_view text = bare(before);
    const bool is_busy = step.how == model::WaitEnd::backstop;
    const bool pauses =
        any_in(step.waits, WaitCall::sleep) ||
        (!waits_to_receive(step.waits) && language(failure.transcript) == Language::javascript);
    if (text.empty() || !(is_busy || pauses)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program printed {}, and then too little for too long: its pause between two signs of "
            "life is longer than it may be.",
            quote(text.substr(text.rfind('\n') + 1), 60)),
        "Make the pause shorter: a second is enough. time.sleep() in Python and sleep() in C count seconds, "
        "usleep() millionths of them, Thread.sleep() in Java and setInterval() in JavaScript thousandths.",
        {number}};
}

}  // namespace

// It was to give signs of life while nothing comes, and is stuck in a call that waits.
std::optional<model::Diagnosis> waits_in_silence(const Failure& failure) {
    const auto& events = failure.transcript.events;
    const model::Plan& plan = failure.transcript.plan;
    for (const model::Event& one : events) {
        const auto* step = std::get_if<event::StepEnded>(&one.what);
        if (step == nullptr || step->step >= plan.steps.size()) continue;
        if (!std::holds_alternative<model::KeepsPrinting>(plan.steps[step->step].action)) continue;
        if (failure.cause == model::Cause::output_flood)
            return model::Diagnosis{
                "",
                "Your program prints as fast as it can: its loop has no pause, and keeps the processor busy.",
                "Sleep a little where nothing has come: time.sleep(0.5) in Python, usleep(500000) in C, "
                "Thread.sleep(500) in Java.",
                {one.number}};
        const bool is_busy = step->how == model::WaitEnd::backstop;
        if (!is_busy && step->how != model::WaitEnd::quiet) continue;
        if (is_busy && bind_not_called(failure)) return std::nullopt;
        if (auto slow = beats_too_slowly(failure, *step, one.number)) return slow;
        if (is_busy)
            return model::Diagnosis{
                "",
                "Your program goes round in its loop, but nothing of it is seen.",
                "What printf() or print(end=\"\") writes without a newline waits in a buffer. "
                "End the line, or flush: fflush(stdout) in C, print(..., flush=True) in Python. "
                "And make the pause in the loop a short one.",
                {one.number}};
        const bool receives = waits_to_receive(step->waits);
        return model::Diagnosis{
            "",
            fmt::format("While nothing came your program fell silent{}.",
                        step->waits.empty() ? "" : fmt::format(": it waits in {}", in_words(step->waits))),
            receives ? "recvfrom() waits until something comes. Make the socket non-blocking: "
                       "sock.setblocking(False) in "
                       "Python, fcntl(s, F_SETFL, O_NONBLOCK) in C, setSoTimeout() in Java. Then it gives up "
                       "at once "
                       "when the buffer is empty, and your loop can print and sleep a little."
            : any_in(step->waits, WaitCall::sleep)
                ? "Make the pause a short one. And what printf() or print(end=\"\") writes without a newline "
                  "waits in "
                  "a buffer: end the line, or flush it."
                : "The loop has to come round, and print, also when there is nothing to read.",
            {one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
