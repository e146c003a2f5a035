#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

std::optional<model::Diagnosis> printed_in_other_capitals(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::size_t at = to_lower(text->got).find(to_lower(wanted));
    if (wanted.empty() || at == std::string::npos || contains(text->got, wanted)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program printed {} for {}: only capital and small letters differ.",
                    quote(std::string_view(text->got).substr(at, wanted.size()), 60), quote(wanted, 60)),
        "Print the text as it came. lower() and upper(), toLowerCase() and toUpperCase() make another one of "
        "it.",
        text->evidence};
}

}  // namespace

// The right words in capitals, or in small letters, where the handout has them otherwise.
std::optional<model::Diagnosis> writes_other_capitals(const Failure& failure) {
    if (failure.cause != model::Cause::wrong_case) return std::nullopt;
    if (auto printed_so = printed_in_other_capitals(failure)) return printed_so;
    const model::Expect* const expect = unmet_expectation(failure);
    using What = model::Expect::What;
    // Of a server's replies only those that a spec writes out; capitals of what was sent are another matter.
    if (expect == nullptr || (serves(failure.transcript.plan) && expect->what != What::bytes))
        return std::nullopt;
    std::vector<model::Message> due = expect->messages;
    if (expect->what == What::bytes) due = {expect->message};
    if (expect->what != What::bytes && expect->what != What::all) return std::nullopt;
    for (const std::size_t number : unmet(failure).evidence) {
        const auto* received = at_number<event::Received>(failure.transcript, number);
        if (received == nullptr) continue;
        for (const model::Message& message : due) {
            std::string_view wanted = bare(message.bytes);
            const bool is_beginning = wanted.ends_with("...");
            if (is_beginning) wanted.remove_suffix(3);
            std::string_view got = bare(received->bytes);
            if (is_beginning) got = got.substr(0, wanted.size());
            if (wanted.empty() || got == wanted || to_lower(got) != to_lower(wanted)) continue;
            return model::Diagnosis{
                "",
                fmt::format("Your program sent {}, where {} was due: capital and small letters differ.",
                            quote(got, 60), quote(wanted, 60)),
                "The other side compares byte by byte, and for that \"Ping\" and \"PING\" are two "
                "different words. Write it as the handout has it.",
                {number}};
        }
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
