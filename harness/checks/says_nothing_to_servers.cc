#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"

namespace sockgrade::checks {

namespace event = model::event;

// Whether somebody listens is known when connect() is done. What is said to a server that nobody asked for
// may be a command to it.
model::Finding says_nothing_to_servers(const Question& question) {
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} says nothing to the servers that it finds.", question.program());
    const auto& events = question.reading.transcript().events;
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const auto* received = std::get_if<event::Received>(&events[i].what);
        if (received == nullptr) continue;
        finding.status = model::Finding::Status::not_met;
        finding.cause = model::Cause::extra;
        finding.awaited = "nothing";
        finding.got = quote(received->bytes);
        finding.evidence = {events[i].number};
        for (std::size_t j = 0; j < i; ++j)
            if (const auto* opened = std::get_if<event::Opened>(&events[j].what);
                opened != nullptr && opened->remote == received->from)
                finding.detail = fmt::format("It was sent to port {}.", opened->local.port);
        return finding;
    }
    return finding;
}

}  // namespace sockgrade::checks
