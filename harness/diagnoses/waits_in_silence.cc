#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

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
        if (is_busy)
            return model::Diagnosis{"",
                                    "Your program goes round in its loop, but nothing of it is seen.",
                                    "What printf() or print(end=\"\") writes without a newline waits in a "
                                    "buffer. End the line, or flush: "
                                    "fflush(stdout) in C, print(..., flush=True) in Python.",
                                    {one.number}};
        const bool receives = waits_to_receive(step->blocked);
        return model::Diagnosis{
            "",
            fmt::format("While nothing came your program fell silent{}.",
                        step->blocked.empty() ? "" : fmt::format(": it waits in {}", escape(step->blocked))),
            receives ? "recvfrom() waits until something comes. Make the socket non-blocking: "
                       "sock.setblocking(False) in "
                       "Python, fcntl(s, F_SETFL, O_NONBLOCK) in C, setSoTimeout() in Java. Then it gives up "
                       "at once "
                       "when the buffer is empty, and your loop can print and sleep a little."
                     : "The loop has to come round, and print, also when there is nothing to read.",
            {one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
