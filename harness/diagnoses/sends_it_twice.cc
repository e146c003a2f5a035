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

}  // namespace

// The right text, and the same text once more.
std::optional<model::Diagnosis> sends_it_twice(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    if (expect != nullptr && expect->what == model::Expect::What::once) return sent_again(failure);
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
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
