// A server that has a socket for each transfer answers from there, and not from where it was asked.
#include <fmt/format.h>

#include "checks/check.hh"

namespace sockgrade::checks {

namespace event = model::event;

model::Finding answers_from_its_port(const Question& question) {
    const std::vector<model::Event>& events = question.reading.transcript().events;
    const StepReading step = question.at;
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} answers from another port than the one that was asked.", question.program());
    const event::Opened* asked = nullptr;
    const event::Opened* now = nullptr;
    for (std::size_t i = 0; i < step.range.end; ++i) {
        const auto* opened = std::get_if<event::Opened>(&events[i].what);
        if (opened == nullptr || opened->connection != question.step.actor) continue;
        if (asked == nullptr) asked = opened;
        now = opened;
        finding.evidence.assign(1, events[i].number);
    }
    if (asked == nullptr || now->remote.port != asked->remote.port) return finding;
    finding.status = model::Finding::Status::not_met;
    finding.cause = model::Cause::wrong_address;
    finding.awaited = "an answer from a port of its own";
    finding.got = fmt::format("an answer from port {}", asked->remote.port);
    finding.detail = fmt::format(
        "It came from port {}, where everybody asks. A socket of its own, for which the system chooses the "
        "port, "
        "keeps one client's datagrams apart from another's.",
        asked->remote.port);
    return finding;
}

}  // namespace sockgrade::checks
