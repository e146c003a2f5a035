#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// The messages are collected, and all of them go back each time.
std::optional<model::Diagnosis> sends_everything_so_far(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::reply || answers_another_client(failure))
        return std::nullopt;
    std::string all;
    std::size_t count = 0;
    for (const model::Event& event : failure.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        if (const auto* sent = std::get_if<event::Sent>(&event.what);
            sent != nullptr && !bare(sent->bytes).empty()) {
            all += sent->bytes;
            ++count;
        }
    }
    if (count == 0) return std::nullopt;
    const auto letters = [](std::string_view from) {
        std::string kept = ascii_capitals(from);
        std::erase_if(kept, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
        return kept;
    };
    if (letters(text->got) != letters(all + text->original)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The reply holds {} before it too: {}.", count == 1 ? "the message" : "all messages",
                    quote(text->got, 80)),
        "Each message is answered on its own. Don't add what comes to a text from before the "
        "loop; begin with an empty one each time.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
