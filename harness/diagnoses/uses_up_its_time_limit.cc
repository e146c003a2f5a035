#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

bool gets_no_reply(const event::What& what) {
    const auto* fault = std::get_if<event::FaultApplied>(&what);
    const auto* played = std::get_if<event::FaultPlayed>(&what);
    return (fault != nullptr && fault->lost) ||
           (played != nullptr && (played->what == event::FaultPlayed::What::refused ||
                                  played->what == event::FaultPlayed::What::went_away));
}

std::string last_line_of(const std::string& output) {
    const std::string_view text = bare(output);
    return std::string(text.substr(text.rfind('\n') + 1));
}

std::size_t count_in(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size()))
        ++count;
    return count;
}

}  // namespace

// After one time-out no reply is read any more, though they come, and it goes on sending.
std::optional<model::Diagnosis> uses_up_its_time_limit(const Failure& failure) {
    const model::Transcript& transcript = failure.transcript;
    if (serves(transcript.plan) || transcript.plan.transport != model::Transport::udp ||
        language(transcript) != Language::other || ended(failure).has_value())
        return std::nullopt;
    constexpr std::size_t kTelling = 2;
    const std::string output = printed(transcript, 0, failed_at(failure));
    const bool has_link = transcript.first<event::Delivered>() != nullptr;
    std::size_t lost_at = 0;  // position of what first got no reply
    std::size_t came_at = 0;  // and of the first reply after that
    std::string reply;
    std::size_t sent_since = 0;
    const std::size_t stop = failed_at(failure);
    for (std::size_t i = 0; i < stop; ++i) {
        const event::What& what = transcript.events[i].what;
        if (lost_at == 0 && gets_no_reply(what)) lost_at = i;
        const auto* delivered = std::get_if<event::Delivered>(&what);
        const auto* sent = std::get_if<event::Sent>(&what);
        const bool is_reply =
            has_link ? delivered != nullptr && delivered->direction == model::Direction::to_program
                     : sent != nullptr;
        if (is_reply && lost_at != 0 && came_at == 0) {
            reply = bare(has_link ? delivered->bytes : sent->bytes);
            came_at = i;
        }
        if (came_at != 0 && std::holds_alternative<event::Received>(what)) ++sent_since;
    }
    if (reply.empty() || sent_since < kTelling || contains(output, reply)) return std::nullopt;
    // What it says of a message without a reply it says of the later ones, too.
    const std::string complaint = last_line_of(printed(transcript, lost_at, came_at));
    if (complaint.empty() || contains(printed(transcript, 0, lost_at), complaint) ||
        count_in(printed(transcript, came_at, stop), complaint) < kTelling)
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} reached your program, which said {} all the same, as it had when a reply was lost.",
                    quote(reply, 60), quote(complaint, 60)),
        "Set the time limit anew before each wait. SetReadDeadline() in Go is a moment, not a length: once "
        "it "
        "has passed, every Read() fails at once. select() in C changes what it is given: FD_ZERO(), FD_SET() "
        "and "
        "the timeval belong into the loop, before each call.",
        {transcript.events[came_at].number}};
}

}  // namespace sockgrade::diagnoses
