#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Of two senders one is printed, before and after, and the other one never.
std::optional<model::Diagnosis> hears_the_first_sender_only(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    const auto text = wrong_text(failure);
    if (!serves(transcript.plan) || transcript.plan.transport != model::Transport::udp || !text.has_value() ||
        text->where != WrongText::Where::output || connects_to_the_first_peer(failure) ||
        bound_to_loopback_only(failure) || bound_to_one_address(failure))
        return std::nullopt;
    const std::string output = printed(transcript, 0, transcript.events.size());
    const event::Sent* unheard = nullptr;
    const event::Sent* before = nullptr;
    bool has_later_one = false;
    for (const model::Event& one : transcript.events) {
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent == nullptr || bare(sent->bytes).empty()) continue;
        const bool is_printed = contains(output, bare(sent->bytes));
        if (one.number == text->evidence.front() && !is_printed) {
            unheard = sent;
            continue;
        }
        // It is not who sends that decides.
        const bool is_first = unheard == nullptr || sent->connection != unheard->connection;
        if (is_printed != is_first) return std::nullopt;
        if (unheard == nullptr) before = sent;
        if (unheard != nullptr && is_printed) has_later_one = true;
    }
    if (unheard == nullptr || before == nullptr || !has_later_one ||
        before->connection == unheard->connection)
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("What {} sends is printed, also what came later. {} came from {}, and was not.",
                    model::actor_in_words(before->connection), quote(bare(unheard->bytes), 60),
                    model::actor_in_words(unheard->connection)),
        "Anybody may send. Print what recvfrom() returns, without comparing the address with that of the "
        "first sender.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
