#include <fmt/format.h>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/fields_table.hh"
#include "checks/frames.hh"
#include "checks/silence.hh"
#include "formats/format.hh"
#include "telling/step.hh"

namespace sockgrade::checks {

using formats::Comparison;
using model::Cause;

namespace {

// The one message that is looked at, and what came beside it.
struct Came {
    std::string message;
    std::size_t others = 0;  // datagrams
};

Came what_came(const Question& question, const Exchange& exchange) {
    if (question.reading.plan().transport == model::Transport::tcp)
        return {joined(exchange.banner) + joined(exchange.received)};
    std::vector<Exchange::Piece> all = exchange.banner;
    all.insert(all.end(), exchange.received.begin(), exchange.received.end());
    if (all.empty()) return {};
    return {all.front().bytes, all.size() - 1};
}

}  // namespace

model::Finding sends_format(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const Came came = what_came(question, exchange);
    const model::Formatted& wanted = *expect.message.formatted;
    model::Finding finding;
    constexpr std::size_t kShort = 24;
    finding.requirement =
        fmt::format("The {} sends a message {}.", question.program(), formats::in_words(wanted, kShort));
    finding.awaited = telling::describe(expect.message);
    finding.evidence = exchange.evidence();
    if (exchange.banner.empty() && exchange.received.empty()) {
        finding.got = "nothing";
        explain_silence(finding, question.reading, question.at, &exchange, Cause::no_reply);
        return finding;
    }
    finding.got = quote(came.message);
    const Comparison comparison = formats::compare(wanted, came.message);
    if (comparison.fits() && came.others == 0 && exchange.is_whole) return finding;
    finding.status = model::Finding::Status::not_met;
    finding.cause = Cause::wrong_content;
    if (comparison.fits() && exchange.is_whole) {
        finding.cause = Cause::extra;
        finding.detail = fmt::format("The first datagram is right, but {} came with it.",
                                     count_of(came.others, "other datagram"));
        return finding;
    }
    // What is missing is missed only where all that came is right.
    const bool is_short = !exchange.is_whole && comparison.is_right_so_far();
    if (is_short) explain_unfinished(finding, question, exchange, expect);
    if (!comparison.problems.empty())
        finding.detail += (is_short ? " " : "") + problems_and_table(comparison, came.message);
    return finding;
}

}  // namespace sockgrade::checks
