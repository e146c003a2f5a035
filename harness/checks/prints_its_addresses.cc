#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
namespace event = model::event;

namespace {

bool goes_on_with_a_number(std::string_view text, std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    return digit(at) || (at < text.size() && text[at] == '.' && digit(at + 1));
}

}  // namespace

// As a whole: 10.1.2.3 does not stand in 10.1.2.34, nor in 110.1.2.3.
bool holds_address(std::string_view text, std::string_view address) {
    for (std::size_t at = text.find(address); at != std::string_view::npos; at = text.find(address, at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const bool begins = (before < '0' || before > '9') && before != '.';
        if (begins && !goes_on_with_a_number(text, at + address.size())) return true;
    }
    return false;
}

// What else it prints is its own affair: netmasks, broadcast addresses, loopback.
model::Finding prints_its_addresses(const Question& question) {
    const std::string output = question.reading.output({0, question.at.range.end});
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} prints the IPv4 address of each interface.", question.program());
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& one = question.reading.transcript().events[i];
        if (std::holds_alternative<event::Printed>(one.what)) finding.evidence.push_back(one.number);
    }
    std::vector<std::string> all;
    std::vector<std::string> missing;
    for (const model::Interface& one : question.reading.plan().interfaces)
        for (const std::string& address : one.addresses) {
            all.push_back(fmt::format("{} ({})", address, one.name));
            if (!holds_address(output, address)) missing.push_back(all.back());
        }
    if (missing.empty()) return finding;
    constexpr std::size_t kMost = 600;
    finding.awaited = list_of(all);
    finding.got = output.empty() ? "nothing was printed" : quote(output, kMost);
    explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
    const auto end = question.reading.ended(question.at.range.end);
    if (end.has_value() && end->how == model::Termination::How::exited && end->code == 0)
        finding.cause = Cause::missing;
    finding.detail = fmt::format("Missing: {}. ", list_of(missing)) + finding.detail;
    return finding;
}

}  // namespace sockgrade::checks
