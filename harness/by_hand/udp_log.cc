#include "by_hand/udp_log.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/text.hh"
#include "by_hand/fault_words.hh"
#include "faults/fault.hh"
#include "telling/number.hh"

namespace sockgrade::by_hand {

using faults::Applied;
using faults::Passing;
using model::Direction;
using Outcome = faults::FaultPlan::Outcome;

namespace {

std::string direction_of(Direction direction, std::size_t peer) {
    return fmt::format("client {} {} server", peer + 1, direction == kToServer ? "->" : "<-");
}

std::string shown(std::string_view bytes) {
    return fmt::format("{} ({})", quote(bytes, 80), count_of(bytes.size(), "byte"));
}

std::string held_back(const Applied& applied, const Outcome& outcome) {
    std::chrono::milliseconds wait{0};
    for (const Passing& one : outcome.deliver)
        if (one.number == applied.datagram.number && is_own(one)) wait = std::max(wait, one.wait);
    return wait.count() > 0 ? fmt::format("held back for {} ms", wait.count()) : "held back";
}

// What became of the datagram that arrived.
std::string became(const Applied& applied, const Outcome& outcome) {
    const faults::FaultKind* const kind = faults::find(applied.kind);
    if (applied.kind == model::kFormerPort) return "lost: the client has left this port";
    if (kind != nullptr && kind->became != nullptr) return kind->became(applied.datagram, outcome.deliver);
    if (applied.lost)
        return applied.datagram.occurrence > 1
                   ? fmt::format("lost: the {} copy of #{}", telling::ordinal(applied.datagram.occurrence),
                                 applied.datagram.number)
                   : "lost";
    if (applied.instead.has_value()) return fmt::format("arrives as {}", shown(*applied.instead));
    if (kind != nullptr && kind->holds) return held_back(applied, outcome);
    return "changed on the way";
}

bool acts_late(const std::string& kind) { return faults::is(kind, &faults::FaultKind::acts_late); }

}  // namespace

proxy::UdpLink::Log UdpLog::callbacks() {
    proxy::UdpLink::Log log;
    log.arrived = [this](Direction direction, std::string_view bytes, const Outcome& outcome,
                         std::size_t peer) { arrived(direction, bytes, outcome, peer); };
    log.applied = [this](const Applied& applied, std::size_t) {
        ++counts_[applied.direction].faults[applied.kind];
    };
    log.delivered = [this](Direction direction, const Passing& datagram, std::size_t peer,
                           const model::Address&) { delivered(direction, datagram, peer); };
    log.joined = [this](std::size_t peer, const model::Address& client, const model::Address& from) {
        ++clients_;
        lines_.line(fmt::format("client {} is {}; the server hears it from port {}", peer + 1,
                                to_string(client), from.port));
    };
    log.refused = [this](std::size_t peer) {
        ++refused_;
        lines_.line(fmt::format("client {} -> server  refused: no program has the server's port", peer + 1),
                    Tone::harm);
    };
    log.unsent = [this](int error) {
        ++unsent_;
        lines_.line(fmt::format("a datagram could not be sent on: {}", std::strerror(error)), Tone::harm);
    };
    return log;
}

void UdpLog::arrived(Direction direction, std::string_view bytes, const Outcome& outcome, std::size_t peer) {
    if (outcome.number > 0) {
        ++counts_[direction].came;
        std::string text =
            fmt::format("{}  #{} {}", direction_of(direction, peer), outcome.number, shown(bytes));
        if (outcome.occurrence > 1) text += fmt::format(", copy {}", outcome.occurrence);
        Tone tone = Tone::plain;
        for (const Applied& applied : outcome.applied) {
            if (acts_late(applied.kind)) continue;
            text += fmt::format("  {} ({})", became(applied, outcome), applied.kind);
            tone = applied.lost ? Tone::harm : std::max(tone, Tone::notice);
        }
        lines_.line(text, tone);
    }
    tell_others(direction, outcome, peer);
}

// What goes on beside the datagram that arrived, since that has set it free.
void UdpLog::tell_others(Direction direction, const Outcome& outcome, std::size_t peer) {
    for (const Passing& one : outcome.deliver) {
        const bool played_back =
            std::any_of(outcome.applied.begin(), outcome.applied.end(), [&](const Applied& applied) {
                return acts_late(applied.kind) && applied.datagram.number == one.number &&
                       applied.datagram.occurrence == one.occurrence;
            });
        const bool is_other = one.number != outcome.number || one.occurrence != outcome.occurrence;
        if (!is_other || one.way == faults::Way::from_stranger) continue;
        lines_.line(fmt::format("{}  #{} {}  {}", direction_of(direction, peer), one.number, shown(one.bytes),
                                played_back ? "is played back (replay)" : "goes on now; it was held back"),
                    Tone::notice);
    }
}

void UdpLog::delivered(Direction direction, const Passing& datagram, std::size_t peer) {
    if (datagram.way != faults::Way::refused) ++counts_[direction].went_on;
    if (datagram.wait.count() > 0)
        lines_.line(fmt::format("{}  #{} {}  goes on now, after {} ms", direction_of(direction, peer),
                                datagram.number, shown(datagram.bytes), datagram.wait.count()),
                    Tone::notice);
}

std::string UdpLog::summary(std::size_t lost_by_the_system) const {
    const auto counts = [&](Direction direction) {
        const auto found = counts_.find(direction);
        return found == counts_.end() ? Counts{} : found->second;
    };
    const Counts there = counts(kToServer);
    const Counts back = counts(kToClient);
    const auto row = [](std::string_view name, std::size_t to_server, std::size_t to_client) {
        return fmt::format("{:<24}{:>14}{:>16}\n", name, to_server, to_client);
    };
    std::string text =
        fmt::format("{:<24}{:>14}{:>16}\n", count_of(clients_, "client"), "to the server", "to the clients");
    text += row("came", there.came, back.came);
    std::set<std::string> kinds;
    for (const Counts* one : {&there, &back})
        for (const auto& [kind, count] : one->faults) kinds.insert(kind);
    for (const std::string& kind : kinds) {
        const auto of = [&](const Counts& one) {
            const auto found = one.faults.find(kind);
            return found == one.faults.end() ? std::size_t{0} : found->second;
        };
        text += row("  " + kind, of(there), of(back));
    }
    text += row("went on", there.went_on, back.went_on);
    if (refused_ > 0)
        text +=
            fmt::format("{} to the server met a port that no program had.\n", count_of(refused_, "datagram"));
    if (unsent_ > 0) text += fmt::format("{} could not be sent on.\n", count_of(unsent_, "datagram"));
    if (lost_by_the_system > 0)
        text += fmt::format("{} came faster than the link could read; the system lost them.\n",
                            count_of(lost_by_the_system, "datagram"));
    return text;
}

}  // namespace sockgrade::by_hand
