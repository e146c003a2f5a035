#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

constexpr const char* kSecondSend = "Look for a second send(): before a loop and in it, or in two functions.";

std::optional<model::Diagnosis> sent_again(const Failure& failure) {
    const model::Finding& finding = unmet(failure);
    if (finding.evidence.size() < 2) return std::nullopt;
    const auto* second = at_number<event::Received>(failure.transcript, finding.evidence.back());
    if (second == nullptr) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program sent {} more than once.",
                                        quote(bare(second->bytes.substr(0, second->bytes.find('\n'))), 80)),
                            kSecondSend, finding.evidence};
}

// What decided is a datagram that had come in the same form before.
bool arrived_before(const Failure& failure) {
    const model::Finding& finding = unmet(failure);
    if (finding.evidence.empty()) return false;
    const auto* last = at_number<event::Received>(failure.transcript, finding.evidence.back());
    if (last == nullptr) return false;
    std::size_t count = 0;
    for (const auto* received : failure.transcript.all<event::Received>())
        if (received->bytes == last->bytes) ++count;
    return count > 1;
}

// Two requests that are the same, and the reply to the second one was not printed.
std::optional<model::Diagnosis> asks_twice(const Failure& failure, const WrongText& text) {
    const model::Transcript& transcript = failure.transcript;
    if (serves(transcript.plan) || transcript.plan.transport != model::Transport::udp ||
        !transcript.plan.faults.empty())
        return std::nullopt;
    const model::Event* first = nullptr;
    for (const model::Event& one : transcript.events) {
        if (one.number > text.evidence.front()) break;
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr || bare(received->bytes).empty()) continue;
        if (first == nullptr) {
            first = &one;
            continue;
        }
        if (received->bytes != std::get<event::Received>(first->what).bytes) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program sent {} twice. Each of the two got a reply, and the second reply was not "
                "printed.",
                quote(bare(received->bytes), 60)),
            kSecondSend,
            {first->number, one.number, text.evidence.front()}};
    }
    return std::nullopt;
}

}  // namespace

// The right text, and the same text once more.
std::optional<model::Diagnosis> sends_it_twice(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    const bool is_all = expect != nullptr && expect->what == model::Expect::What::all;
    if (expect != nullptr && (expect->what == model::Expect::What::once ||
                              (is_all && failure.cause == model::Cause::extra && arrived_before(failure))))
        return sent_again(failure);
    const auto text = wrong_text(failure);
    if (text.has_value() && text->where == WrongText::Where::output) return asks_twice(failure, *text);
    if (!text.has_value()) return std::nullopt;
    const std::string_view got = bare(text->got);
    const std::string_view wanted = bare(text->wanted);
    const std::string_view original = bare(text->original);
    if (wanted.size() < 2 || got.size() < 2 * wanted.size()) return std::nullopt;
    const std::string_view first = got.substr(0, wanted.size());
    const std::string_view second = bare(got.substr(wanted.size()));
    if (first == wanted && second == wanted)
        return model::Diagnosis{"", fmt::format("Your program sent the text twice: {}.", quote(got, 80)),
                                kSecondSend, text->evidence};
    const bool both = (first == original && second == wanted) || (first == wanted && second == original);
    if (!both || original == wanted) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent the text as it had come, and in capitals too: {}.", quote(got, 80)),
        "Send the capitals only, with one send() for each message.", text->evidence};
}

}  // namespace sockgrade::diagnoses
