#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

std::optional<model::Diagnosis> several_datagrams(const Failure& failure, const WrongText& text) {
    std::string all;
    std::size_t count = 0;
    for (const auto* received : failure.transcript.all<event::Received>()) {
        if (bare(received->bytes) == bare(text.wanted)) return std::nullopt;
        all += received->bytes;
        ++count;
    }
    // A datagram for each word, perhaps without the space behind it.
    if (count < 2 || without_blanks(all) != without_blanks(text.wanted)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The message came in {}, the first of them {}. On the way they may be lost or "
                    "change places, each on its own.",
                    count_of(count, "datagram"), quote(text.got, 40)),
        "Every sendto() makes a datagram. Send the whole message with one call.", text.evidence};
}

// The peers of a sender take one connection, so what the next ones carried is not known.
std::optional<model::Diagnosis> several_connections(const Failure& failure, const WrongText& text) {
    const std::string_view got = bare(text.got);
    if (got.empty() || got.size() >= bare(text.wanted).size() || !bare(text.wanted).starts_with(got))
        return std::nullopt;
    std::vector<std::size_t> evidence = text.evidence;
    std::set<model::Address> dialled;
    for (const model::Event& event : failure.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::connect || call->transport != model::Transport::tcp ||
            call->address.port != failure.transcript.plan.given.address.port)
            continue;
        // A quick program has called again before anything of the first connection was read.
        const bool is_again = !dialled.insert(call->address).second;
        if (!is_again && event.number < text.evidence.back()) continue;
        evidence.push_back(event.number);
        std::sort(evidence.begin(), evidence.end());
        return model::Diagnosis{
            "",
            fmt::format("Only {} came on the first connection, and then your program called connect() "
                        "again.",
                        quote(got, 60)),
            "One connection carries the whole text. Call connect() once, before any loop, send everything, "
            "and then "
            "close.",
            evidence};
    }
    return std::nullopt;
}

}  // namespace

// Each sendto() is a datagram of its own, and each connect() a connection.
std::optional<model::Diagnosis> sends_in_pieces(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::message) return std::nullopt;
    return failure.transcript.plan.transport == model::Transport::udp ? several_datagrams(failure, *text)
                                                                      : several_connections(failure, *text);
}

}  // namespace sockgrade::diagnoses
