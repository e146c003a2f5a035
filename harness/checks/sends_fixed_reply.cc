#include <fmt/format.h>

#include <optional>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Expect;

namespace {

// What the program replied when such a reply was expected for the first time.
std::optional<std::string> reply_before(const Question& question) {
    const auto& steps = question.reading.plan().steps;
    for (std::size_t i = 0; i < question.at.index; ++i) {
        const auto* expect = std::get_if<Expect>(&steps[i].action);
        if (expect != nullptr && expect->what == Expect::What::fixed && question.reading.step(i))
            return joined(question.reading.exchange(i).received);
    }
    return std::nullopt;
}

}  // namespace

model::Finding sends_fixed_reply(const Question& question) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const std::string got = joined(exchange.received);
    const std::string sent = joined(exchange.sent);
    const auto before = reply_before(question);
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} answers with a reply of its own, the same for everyone.", question.program());
    finding.awaited = before ? quote(*before) + ", as the one before got" : "a reply";
    finding.evidence = exchange.evidence();
    const auto not_met = [&](Cause cause, const char* detail) {
        finding.status = model::Finding::Status::not_met;
        finding.cause = cause;
        finding.detail = detail;
        return finding;
    };
    if (trim_line_ends(got).empty()) {
        finding.got = got.empty() ? "nothing" : quote(got);
        if (!got.empty()) return not_met(Cause::missing, "Nothing but line ends came.");
        if (!exchange.banner.empty()) {
            finding.got = quote(joined(exchange.banner)) + " before the request, and nothing after it";
            return not_met(Cause::wrong_order, "It did not wait for the request before it replied.");
        }
        explain_no_reply(finding, question.reading, question.at, exchange);
        return finding;
    }
    finding.got = quote(got);
    if (came_after_half_close(finding, exchange)) return finding;
    if (to_lower(trim_line_ends(got)) == to_lower(trim_line_ends(sent))) {
        finding.awaited = "a reply of its own";
        return not_met(Cause::wrong_content, "That is the request, sent back.");
    }
    if (!before) return finding;
    const Difference difference = compare(*before, got);
    if (difference.same) return finding;
    return not_met(difference.cause,
                   "The reply shall be the same, whoever asks and whatever the request says.");
}

}  // namespace sockgrade::checks
