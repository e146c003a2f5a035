#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

namespace {

// It went on and answered, so it has been where texts are printed.
bool answered(const Failure& failure, std::size_t since) {
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received != nullptr && event.number > since && !bare(received->bytes).empty()) return true;
    }
    return false;
}

}  // namespace

// It came, and is nowhere in the output.
std::optional<model::Diagnosis> text_not_printed(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    if (failure.cause != Cause::missing && failure.cause != Cause::exited_early &&
        failure.cause != Cause::hung)
        return std::nullopt;
    if (contains(printed(failure.transcript, 0, failed_at(failure)), bare(text->wanted))) return std::nullopt;
    // Gone before the text had come: then it is its end that wants explaining.
    const auto end = ended(failure);
    if (end.has_value() && end->number < text->evidence.front()) return std::nullopt;
    const auto wait = unsatisfied_wait(failure);
    const bool waiting = wait.has_value() && !wait->in.empty() && wait->how == model::WaitEnd::quiet;
    const std::string then =
        bare(text->got).empty() ? "printed nothing" : "printed only " + quote(bare(text->got), 60);
    const bool takes_another = failure.transcript.plan.transport == Transport::udp && waiting &&
                               waits_to_receive(wait->in) && bare(text->got).empty();
    // What came before was printed: then it is not the printing that is missing.
    bool printed_before = false;
    for (const model::Event& event : failure.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        const auto* sent = std::get_if<event::Sent>(&event.what);
        printed_before = printed_before ||
                         (sent != nullptr && !bare(sent->bytes).empty() &&
                          contains(printed(failure.transcript, 0, failed_at(failure)), bare(sent->bytes)));
    }
    std::string hint = "Print the text as soon as it has come: print(data.decode())";
    if (language(failure.transcript) == Language::other)
        hint =
            end.has_value()
                ? "Print the text when it has come, before your program ends."
                : "Print the text as soon as it has come. What printf() and other functions write may wait "
                  "in a "
                  "buffer: flush it, with fflush(stdout) in C.";
    // What shows cannot wait in a buffer.
    if (!bare(text->got).empty())
        hint =
            "Your program prints, so look at what it prints: it shall be the text that recv() gave, as it "
            "came, and "
            "all of it.";
    if (takes_another)
        hint =
            failure.transcript.plan.role == model::Role::client
                ? "Wait for the reply with the socket that sent the text, and call recvfrom() once for each "
                  "datagram: data, address = sock.recvfrom(2048). Then print it."
                : "Print each text before you wait for the next, not at the end. Each recvfrom() takes "
                  "another "
                  "datagram, so call it once for data and address together: data, address = "
                  "sock.recvfrom(2048)";
    if (bare(text->got).empty() && !text->got.empty())
        hint =
            "An empty line stands in its place, so look at what the call that receives gave you. A second "
            "recv() returns "
            "nothing where the first one has taken it all and the other side has closed. And in C its third "
            "argument is "
            "the room in the buffer, sizeof buffer - 1: strlen() of an empty buffer is 0.";
    const Language written_in = language(failure.transcript);
    if (bare(text->got).empty() && !end.has_value() && serves(failure.transcript.plan) &&
        answered(failure, text->evidence.front()))
        hint =
            written_in == Language::java || written_in == Language::javascript
                ? "Your program has answered, but that alone is not enough: print the text, too."
                : "Your program has answered: print the text, too, before it waits again. If it does, what "
                  "printf(), cout or print(..., end='') write waits in a buffer until the line ends. End it "
                  "with "
                  "\\n, or flush: fflush(stdout), cout << flush, print(text, flush=True)";
    if (printed_before)
        hint = "It printed what had come before. Compare what it does then with what it does now.";
    return model::Diagnosis{
        "",
        fmt::format("{} came, and after that your program {}{}.", quote(bare(text->wanted), 60), then,
                    waiting ? ". It waits in " + in_words(wait->in) +
                                  awaited_in(wait->in, failure.transcript.plan.transport)
                            : ""),
        hint, text->evidence};
}

}  // namespace sockgrade::diagnoses
