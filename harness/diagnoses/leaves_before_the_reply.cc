#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// A client that is gone when the reply comes.
std::optional<model::Diagnosis> leaves_before_the_reply(const Failure& failure) {
    if (failure.transcript.plan.role != model::Role::client) return std::nullopt;
    const auto text = wrong_text(failure);
    const auto end = ended(failure);
    if (!text.has_value() || text->where != WrongText::Where::output || !end.has_value()) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code != 0)
        return std::nullopt;
    if (end->number > text->evidence.front()) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program sent its text and ended at once. When the reply came, nobody was there.",
        "Wait for the reply before you close: recv() in most languages; in Node, close the socket "
        "in its 'message' or 'data' event.",
        {end->number, text->evidence.front()}};
}

}  // namespace sockgrade::diagnoses
