#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// The question for the user went to the server.
std::optional<model::Diagnosis> sends_own_prompt(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::message) return std::nullopt;
    const auto trimmed = [](std::string_view from) {
        from = bare(from);
        while (!from.empty() && from.back() == ' ') from.remove_suffix(1);
        return from;
    };
    const std::string_view got = trimmed(text->got);
    constexpr std::size_t kTelling = 3;
    if (got.size() < kTelling || contains(text->wanted, got) || contains(got, bare(text->wanted)))
        return std::nullopt;
    for (const model::Event& event : failure.transcript.events) {
        const auto* print = std::get_if<event::Printed>(&event.what);
        if (print == nullptr || !contains(print->bytes, got)) continue;
        // What it prints about what it sends would stand after it.
        if (event.number > text->evidence.front()) break;
        std::vector<std::size_t> evidence = text->evidence;
        evidence.insert(evidence.begin(), event.number);
        return model::Diagnosis{
            "",
            fmt::format("Your program sent the question that it asks its user: {}. The answer, {}, "
                        "was not sent.",
                        quote(got, 60), quote(bare(text->wanted), 60)),
            "Send what the user types: text = input('Text: '), then send text.", evidence};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
