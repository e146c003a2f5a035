#include <fmt/format.h>

#include <algorithm>

#include "base/http_response.hh"
#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "formats/fit.hh"
#include "model/expected.hh"
#include "telling/step.hh"

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

void judge_part(model::Finding& finding, const std::string& part, const model::Wanted& wanted,
                const std::string& got) {
    if (formats::fit(wanted, got)) return;
    finding.status = model::Finding::Status::not_met;
    finding.awaited = part + ' ' + telling::describe(wanted);
    finding.got = part + ' ' + quote(got);
    if (wanted.is_pattern) {
        finding.cause = Cause::wrong_content;
        finding.detail = "It says something else.";
        return;
    }
    const Difference difference = model::is_exact(wanted.message) ? compare_bytes(wanted.message.bytes, got)
                                                                  : compare(wanted.message.bytes, got);
    finding.cause = difference.cause;
    finding.detail = difference.detail;
}

// What it says, where it is well formed.
void judge_content(model::Finding& finding, const model::HttpWanted& wanted, const HttpResponse& response) {
    for (const model::HttpHeader& header : wanted.headers) {
        const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                        [&](const auto& one) { return one.first == to_lower(header.name); });
        if (found == response.headers.end()) {
            finding.status = model::Finding::Status::not_met;
            finding.cause = Cause::missing;
            finding.awaited = fmt::format("a header \"{}: ...\"", header.name);
            finding.got = "no such header";
            finding.detail = fmt::format("{} came.", count_of(response.headers.size(), "other header"));
            return;
        }
        judge_part(finding, header.name + ':', header.value, found->second);
        if (finding.status != model::Finding::Status::met) return;
    }
    if (wanted.body && !wanted.is_bodiless) judge_part(finding, "the body", *wanted.body, response.body);
}

}  // namespace

model::Finding sends_http_response(const Question& question, const model::Expect& expect) {
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
    const HttpFault fault = http_fault(got, model::rules_of(expect));
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
    if (fault.kind == Kind::none) {
        if (expect.response) judge_content(finding, *expect.response, http_response(got));
        return finding;
    }
    finding.status = model::Finding::Status::not_met;
    finding.awaited = fault.awaited;
    finding.got = fault.got;
    finding.cause = cause_of(fault.kind);
    finding.detail = fault.detail;
    return finding;
}

}  // namespace sockgrade::checks
