// Which ports a program reports is read from its output. A number of the range is a report, unless it stands
// in a line that names the first and the last port and no other one: that is a heading ("Scanning 20000 to
// 20040"). Since such headings come in many forms, the first and the last port listen in every range, and
// whether the program really looked there is seen by who was called.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Transport;
using Status = model::Finding::Status;
using Ports = std::set<std::uint16_t>;
namespace event = model::event;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whole numbers: not the parts of 127.0.0.1 or of 0.20003.
Ports numbers_in(std::string_view line) {
    Ports numbers;
    for (std::size_t at = 0; at < line.size();) {
        if (!is_digit(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && is_digit(line[end])) ++end;
        const bool behind_a_point = at >= 2 && line[at - 1] == '.' && is_digit(line[at - 2]);
        const bool before_a_point = end + 1 < line.size() && line[end] == '.' && is_digit(line[end + 1]);
        std::uint16_t number = 0;
        const auto [rest, error] = std::from_chars(line.data() + at, line.data() + end, number);
        if (error == std::errc{} && !behind_a_point && !before_a_point) numbers.insert(number);
        at = end;
    }
    return numbers;
}

bool is_near(const model::PortRange& range, std::uint16_t port) {
    return port + 1 >= range.first && port <= range.last + 1;
}

std::string shown(const Ports& ports) {
    std::vector<std::string> texts;
    for (const std::uint16_t port : ports) texts.push_back(std::to_string(port));
    return ports.empty() ? "none" : list_of(texts);
}

struct Scan {
    Ports connected;  // which of those that listen were called by TCP
    Ports asked;      // what connect() was called for, by TCP
    bool by_udp = false;
};

Scan scan_of(const Question& question) {
    Scan scan;
    const model::PortRange& range = question.reading.plan().given.ports;
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& one = question.reading.transcript().events[i];
        if (const auto* opened = std::get_if<event::Opened>(&one.what))
            scan.connected.insert(opened->local.port);
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || !is_near(range, call->address.port)) continue;
        if (call->transport == Transport::udp)
            scan.by_udp = true;
        else if (call->call == event::SocketCall::Call::connect)
            scan.asked.insert(call->address.port);
    }
    return scan;
}

}  // namespace

Ports reported_ports(const model::PortRange& range, std::string_view output) {
    Ports reported;
    for (std::size_t at = 0; at <= output.size();) {
        const std::size_t end = std::min(output.find_first_of("\r\n", at), output.size());
        Ports here;
        for (const std::uint16_t number : numbers_in(output.substr(at, end - at)))
            if (is_near(range, number)) here.insert(number);
        if (here != Ports{range.first, range.last}) reported.merge(here);
        at = end + 1;
    }
    return reported;
}

model::Finding prints_listening_ports(const Question& question) {
    const model::PortRange& range = question.reading.plan().given.ports;
    const Range all{0, question.at.range.end};
    const Ports wanted(range.listening.begin(), range.listening.end());
    // What goes to standard error besides is a log of its progress, unless nothing else is there.
    Ports reported = reported_ports(range, question.reading.standard_output(all));
    if (reported.empty()) reported = reported_ports(range, question.reading.output(all));
    const Scan scan = scan_of(question);

    model::Finding finding;
    finding.requirement = fmt::format("The {} prints the ports from {} to {} that listen, and no others.",
                                      question.program(), range.first, range.last);
    finding.awaited = shown(wanted);
    finding.got = shown(reported);
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& one = question.reading.transcript().events[i];
        if (std::holds_alternative<event::Printed>(one.what)) finding.evidence.push_back(one.number);
    }
    // A program may read in the system's tables who listens; one that dials has to dial each.
    Ports missing;
    for (const std::uint16_t port : wanted)
        if (!reported.contains(port) || (!scan.connected.empty() && !scan.connected.contains(port)))
            missing.insert(port);
    Ports extra;
    for (const std::uint16_t port : reported)
        if (!wanted.contains(port)) extra.insert(port);
    if (missing.empty() && extra.empty()) return finding;
    if (!extra.empty()) {
        finding.status = Status::not_met;
        finding.cause = Cause::extra;
        const bool is_outside = std::all_of(extra.begin(), extra.end(), [&](std::uint16_t port) {
            return port < range.first || port > range.last;
        });
        finding.detail = is_outside ? fmt::format("{} outside the range was printed.", shown(extra))
                                    : fmt::format("{} was printed and does not listen.", shown(extra));
    } else {
        explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
        const auto end = question.reading.ended(question.at.range.end);
        if (end.has_value() && end->how == model::Termination::How::exited && end->code == 0)
            finding.cause = Cause::missing;
        finding.detail = fmt::format("Missing: {}. ", shown(missing)) + finding.detail;
    }
    if (scan.by_udp && scan.asked.empty() && scan.connected.empty()) {
        finding.cause = Cause::wrong_transport;
        finding.detail = "This exercise is about TCP, the program uses UDP. " + finding.detail;
    }
    return finding;
}

}  // namespace sockgrade::checks
