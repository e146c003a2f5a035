#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// One recv() for a message that came in several pieces.
std::optional<model::Diagnosis> takes_the_first_piece_only(const Failure& failure) {
    const auto text = copied_text(failure);
    if (!text.has_value() || failure.transcript.plan.transport != model::Transport::tcp) return std::nullopt;
    if (prints_it_in_pieces(failure) || text->where == WrongText::Where::message ||
        failure.cause == model::Cause::crashed)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    std::vector<std::size_t> ends;
    std::size_t length = 0;
    const std::size_t first = text->evidence.front();
    for (const model::Event& event : failure.transcript.events) {
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent == nullptr || event.number < first || bare(sent->bytes).empty()) continue;
        length += sent->bytes.size();
        ends.push_back(length);
    }
    if (ends.size() < 2) return std::nullopt;
    ends.pop_back();
    for (const std::size_t end : ends) {
        if (end >= wanted.size()) break;
        const std::string_view part = bare(wanted.substr(0, end));
        const std::string_view longer = wanted.substr(0, end + 1);
        const bool this_one =
            text->where == WrongText::Where::reply
                ? bare(text->got) == part
                : !part.empty() && contains(text->got, part) && !contains(text->got, longer);
        if (!this_one) continue;
        return model::Diagnosis{
            "",
            fmt::format("The text came to your program in several pieces, and it took {} of {}.",
                        count_of(end, "byte"), wanted.size()),
            "TCP carries a stream of bytes: recv() returns what has come so far, not a whole message. Call "
            "it again, "
            "and put the pieces together, until the message is complete.",
            text->evidence};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
