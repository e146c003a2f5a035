#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// The client shows its own text where the reply should be.
std::optional<model::Diagnosis> prints_the_request(const Failure& failure) {
    if (failure.transcript.plan.role != model::Role::client) return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    std::string request;
    for (const model::Event& event : failure.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        if (const auto* received = std::get_if<event::Received>(&event.what)) request += received->bytes;
    }
    const std::string_view asked = bare(request);
    if (asked.empty() || asked == bare(text->wanted) || contains(text->got, bare(text->wanted)))
        return std::nullopt;
    if (!contains(text->got, asked)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The reply {} came, but your program then printed what it had sent: {}.",
                    quote(bare(text->wanted), 60), quote(asked, 60)),
        "Print the buffer that recv() filled, not the one that you sent from.", text->evidence};
}

}  // namespace sockgrade::diagnoses
