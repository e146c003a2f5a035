#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Of two equals. It reads one line of each connection that it takes, and sends its own lines on one that it
// keeps: the second of them would be lost at its copy.
std::optional<model::Diagnosis> hears_one_line_of_each(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    if (transcript.plan.role != model::Role::peer || transcript.plan.transport != model::Transport::tcp ||
        !came_to_nothing(failure.cause) || ended(failure).has_value())
        return std::nullopt;
    std::map<std::string, std::size_t> lines;  // that the program sent on each connection
    std::map<std::string, std::size_t> said;   // to it, on each
    std::size_t most = 0;
    const event::Sent* lost = nullptr;
    std::size_t number = 0;
    const std::string output = printed(transcript, 0, failed_at(failure));
    for (const model::Event& one : transcript.events) {
        if (const auto* received = std::get_if<event::Received>(&one.what)) {
            for (const char c : received->bytes) lines[received->connection] += c == '\n' ? 1 : 0;
            most = std::max(most, lines[received->connection]);
        }
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent == nullptr) continue;
        const std::string text(bare(sent->bytes));
        if (++said[sent->connection] < 2 || contains(output, text)) continue;
        lost = sent;
        number = one.number;
    }
    if (most < 2 || lost == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program sends all of its lines on one connection, but of a connection that it hears on it "
            "reads one line only: {} was another one, and is lost. Two copies of it would not understand one "
            "another.",
            quote(bare(lost->bytes), 60)),
        "Put recv() (or readLine()) into a loop of its own for each connection, until it returns nothing.",
        {number}};
}

}  // namespace sockgrade::diagnoses
