#include "checks/frames.hh"

#include <fmt/format.h>

#include "base/text.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

namespace {

// As the program told it, where it did: it may be more than any number here.
std::string awaited_bytes(const model::Expect& expect) {
    return expect.until ? expect.until->bytes + " bytes" : count_of(expect.frame.bytes, "byte");
}

std::string what_is_missing(const model::Expect& expect, const std::string& got) {
    using Until = model::Frame::Until;
    const model::Frame& frame = expect.frame;
    switch (frame.until) {
        case Until::line:
            return "It has no line end: whoever reads a line waits for that.";
        case Until::delimiter:
            return fmt::format("{} has not come, which ends it.", quote(frame.delimiter, 40));
        case Until::bytes:
            return fmt::format("{} should have come, {} came.", awaited_bytes(expect), got.size());
        case Until::end:
            return "The connection was not closed, which ends it.";
        case Until::format:
            return "It is not whole.";
        case Until::rest:
            break;
    }
    return {};
}

}  // namespace

bool is_whole_and_empty(const Exchange& exchange, const model::Expect& expect) {
    const bool has_end = expect.frame.until != model::Frame::Until::rest;
    return has_end && exchange.is_whole && exchange.banner.empty() && exchange.received.empty();
}

void explain_unfinished(model::Finding& finding, const Question& question, const Exchange& exchange,
                        const model::Expect& expect) {
    const bool awaits_end = expect.frame.until == model::Frame::Until::end;
    explain_silence(finding, question.reading, question.at, &exchange,
                    awaits_end ? model::Cause::hung : model::Cause::missing);
    finding.detail =
        what_is_missing(expect, joined(exchange.banner) + joined(exchange.received)) + ' ' + finding.detail;
}

}  // namespace sockgrade::checks
