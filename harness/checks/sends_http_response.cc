#include <fmt/format.h>

#include "base/http_response.hh"
#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using Kind = HttpFault::Kind;

namespace {

Cause cause_of(Kind kind) {
    switch (kind) {
        case Kind::head_end:
        case Kind::no_length:
        case Kind::short_body:
        case Kind::no_body:
            return Cause::missing;
        case Kind::long_body:
            return Cause::extra;
        default:
            return Cause::wrong_content;
    }
}

}  // namespace

model::Finding sends_http_response(const Question& question) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const std::string got = joined(exchange.received);
    model::Finding finding;
    finding.requirement = fmt::format("The {} sends a whole HTTP response.", question.program());
    finding.evidence = exchange.evidence();
    if (got.empty()) {
        finding.awaited = "a status line, header lines, an empty line and a body";
        finding.got = "nothing";
        if (!exchange.banner.empty()) {
            finding.status = model::Finding::Status::not_met;
            finding.cause = Cause::wrong_order;
            finding.got = quote(joined(exchange.banner)) + " before the request, and nothing after it";
            finding.detail = "It did not wait for the request before it replied.";
            return finding;
        }
        explain_silence(finding, question.reading, question.at, &exchange, Cause::no_reply);
        return finding;
    }
    const HttpFault fault = http_fault(got);
    if (fault.kind == Kind::none && !exchange.sent.empty() &&
        exchange.received.front().event < exchange.sent.back().event) {
        finding.status = model::Finding::Status::not_met;
        finding.cause = Cause::wrong_order;
        finding.awaited = "the response behind the empty line that ends the request";
        finding.got = "the response before that";
        finding.detail =
            "A server that answers and closes before it has read the whole request resets the connection, "
            "and its "
            "browser may lose the response.";
        return finding;
    }
    if (fault.kind == Kind::none) return finding;
    finding.status = model::Finding::Status::not_met;
    finding.awaited = fault.awaited;
    finding.got = fault.got;
    finding.cause = cause_of(fault.kind);
    finding.detail = fault.detail;
    return finding;
}

}  // namespace sockgrade::checks
