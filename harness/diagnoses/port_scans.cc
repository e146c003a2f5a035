#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/scans.hh"
#include "diagnoses/words.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

// Of a scan: bind() where connect() belongs.
std::optional<model::Diagnosis> binds_the_ports(const CaseView& view) {
    const model::PortRange& range = view.plan.given.ports;
    if (range.first == 0) return std::nullopt;
    std::vector<std::size_t> bound;
    std::vector<std::uint16_t> ports;
    for (const model::Event& one : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr) continue;
        if (call->dials()) return std::nullopt;
        if (call->call != Call::bind || call->address.port < range.first || call->address.port > range.last)
            continue;
        bound.push_back(one.number);
        ports.push_back(call->address.port);
    }
    if (bound.size() < 2) return std::nullopt;
    return say<words::binds_the_ports>({bound.front(), bound.back()}, "first"_a = ports.front(),
                                       "last"_a = ports.back());
}

// Of a scan: it has met a port that listens, and wants to hear something there.
std::optional<model::Diagnosis> waits_for_a_banner(const CaseView& view) {
    const auto& wait = view.wait;
    if (view.plan.given.ports.first == 0 || !came_to_nothing(view.cause) || !wait.has_value() ||
        wait->how != model::WaitEnd::quiet || !waits_for_more_bytes(wait->in))
        return std::nullopt;
    const event::Opened* open = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : view.events) {
        if (const auto* opened_one = std::get_if<event::Opened>(&one.what)) {
            open = opened_one;
            number = one.number;
        }
        const auto* finished = std::get_if<event::Finished>(&one.what);
        if (std::holds_alternative<event::Closed>(one.what) || (finished != nullptr && finished->by_program))
            open = nullptr;
    }
    if (open == nullptr) return std::nullopt;
    return say<words::waits_for_a_banner>({number, wait->number}, "port"_a = open->local.port,
                                          "call"_a = telling::in_words(wait->in));
}

// A scan that sends something to the servers that it finds.
std::optional<model::Diagnosis> talks_to_the_servers(const CaseView& view) {
    if (view.plan.given.ports.first == 0 || view.cause != model::Cause::extra) return std::nullopt;
    for (const std::size_t number : view.unmet.evidence)
        if (const auto* said = std::get_if<event::Received>(&view.transcript.events.at(number - 1).what))
            return say<words::talks_to_the_servers>({number}, "text"_a = quote(said->bytes, 60));
    return std::nullopt;
}

// It asked in order, met the first port that refuses, and asked no more.
std::optional<model::Diagnosis> stops_at_a_closed_port(const CaseView& view) {
    const auto asked = asked_ports(view);
    if (!asked.has_value()) return std::nullopt;
    const model::PortRange& range = view.plan.given.ports;
    const std::uint16_t last = *asked->ports.rbegin();
    const auto listens = [&](std::uint16_t port) {
        return std::find(range.listening.begin(), range.listening.end(), port) != range.listening.end();
    };
    if (last >= range.last || last < range.first || listens(last)) return std::nullopt;
    for (std::uint16_t port = range.first; port < last; ++port)
        if (!listens(port)) return std::nullopt;
    return say<words::stops_at_a_closed_port>({asked->events.back()}, "last"_a = last,
                                              "range_last"_a = range.last);
}

// It asked in order, met the first port that listens, and ended.
std::optional<model::Diagnosis> stops_at_an_open_port(const CaseView& view) {
    const auto asked = asked_ports(view);
    const auto* ended = view.transcript.first<model::event::Ended>();
    const bool by_itself = ended != nullptr && ended->termination.how == model::Termination::How::exited;
    if (!asked.has_value() || !by_itself || view.cause == model::Cause::crashed) return std::nullopt;
    const model::PortRange& range = view.plan.given.ports;
    const std::uint16_t last = *asked->ports.rbegin();
    const auto listens = [&](std::uint16_t port) {
        return std::find(range.listening.begin(), range.listening.end(), port) != range.listening.end();
    };
    if (last >= range.last || !listens(last)) return std::nullopt;
    for (std::uint16_t port = range.first; port < last; ++port)
        if (listens(port)) return std::nullopt;
    return say<words::stops_at_an_open_port>({asked->events.back()}, "last"_a = last,
                                             "range_last"_a = range.last);
}

// One port too few or too many, at either end.
std::optional<model::Diagnosis> scans_another_range(const CaseView& view) {
    const auto asked = asked_ports(view);
    if (!asked.has_value()) return std::nullopt;
    const model::PortRange& range = view.plan.given.ports;
    const std::uint16_t first = *asked->ports.begin();
    const std::uint16_t last = *asked->ports.rbegin();
    const bool is_near = first <= range.first + 1 && last + 1 >= range.last;
    if (!is_near || (first == range.first && last == range.last)) return std::nullopt;
    return say<words::scans_another_range>(asked->events, "range_first"_a = range.first,
                                           "range_last"_a = range.last, "first"_a = first, "last"_a = last);
}

// It asked the right ports, and then named some that do not listen.
std::optional<model::Diagnosis> prints_closed_ports(const CaseView& view) {
    const auto asked = asked_ports(view);
    if (!asked.has_value() || view.cause != model::Cause::extra) return std::nullopt;
    const auto& output = view.all_output;
    const bool prints_all = std::all_of(asked->ports.begin(), asked->ports.end(), [&](std::uint16_t port) {
        return contains(output, std::to_string(port));
    });
    if (prints_all) return say<words::prints_every_port>(asked->events);
    return say<words::prints_closed_ports>(view.unmet.evidence, "which"_a = view.unmet.detail);
}

// It had looked at all ports, and began again.
std::optional<model::Diagnosis> scans_again(const CaseView& view) {
    const auto asked = asked_ports(view);
    if (!asked.has_value() || asked->again == 0 || view.end.has_value()) return std::nullopt;
    if (view.cause != model::Cause::hung && view.cause != model::Cause::output_flood) return std::nullopt;
    const model::PortRange& range = view.plan.given.ports;
    return say<words::scans_again>({asked->again}, "range_last"_a = range.last,
                                   "range_first"_a = range.first);
}

// After the first connection no other one came about, though others listen and were asked.
std::optional<model::Diagnosis> reuses_one_socket(const CaseView& view) {
    const auto asked = asked_ports(view);
    if (!asked.has_value() || asked->connected.size() != 1 || view.cause == model::Cause::crashed)
        return std::nullopt;
    const std::uint16_t first = *asked->connected.begin();
    std::uint16_t next = 0;
    for (const std::uint16_t port : view.plan.given.ports.listening) {
        // It was the first one that listens: before it a socket has only been refused, and may be used again.
        if (asked->ports.contains(port) && port < first) return std::nullopt;
        if (asked->ports.contains(port) && port > first && next == 0) next = port;
    }
    if (next == 0) return std::nullopt;
    return say<words::reuses_one_socket>(asked->events, "first"_a = first, "next"_a = next);
}

// It found them, and does not say which they are.
std::optional<model::Diagnosis> prints_no_port(const CaseView& view) {
    const auto asked = asked_ports(view);
    if (!asked.has_value() || view.cause != model::Cause::missing) return std::nullopt;
    const model::PortRange& range = view.plan.given.ports;
    const auto& output = view.output;
    for (const std::uint16_t port : range.listening)
        if (!asked->connected.contains(port) || contains(output, std::to_string(port))) return std::nullopt;
    return say<words::prints_no_port>(
        asked->events, "ports"_a = count_of(range.listening.size(), "port"),
        "output"_a = bare(output).empty() ? "nothing" : quote(bare(output), 80));
}

}  // namespace sockgrade::diagnoses
