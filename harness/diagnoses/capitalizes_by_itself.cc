#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// The capitals on the client's screen are its own, not the server's.
std::optional<model::Diagnosis> capitalizes_by_itself(const Failure& failure) {
    if (failure.transcript.plan.role != model::Role::client) return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    std::string request;
    for (const model::Event& event : failure.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        if (const auto* received = std::get_if<event::Received>(&event.what)) request += received->bytes;
    }
    const std::string own = ascii_capitals(bare(request));
    if (own.empty() || own == bare(request) || own == bare(text->wanted)) return std::nullopt;
    if (contains(text->got, bare(text->wanted)) ||
        !contains(printed(failure.transcript, 0, failed_at(failure)), own))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program printed {}. That is your own text in capitals; the server's "
                    "reply was {}.",
                    quote(own, 60), quote(bare(text->wanted), 60)),
        "The server does the work in this exercise. Print what recv() returns, whatever it is.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
