#include "checks/frames.hh"

#include <fmt/format.h>

#include "base/text.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

namespace {

std::string what_is_missing(const model::Frame& frame, const std::string& got) {
    using Until = model::Frame::Until;
    switch (frame.until) {
        case Until::line:
            return "It has no line end: whoever reads a line waits for that.";
        case Until::delimiter:
            return fmt::format("{} has not come, which ends it.", quote(frame.delimiter, 40));
        case Until::bytes:
            return fmt::format("{} should have come, {} came.", count_of(frame.bytes, "byte"), got.size());
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

void explain_unfinished(model::Finding& finding, const Question& question, const Exchange& exchange,
                        const model::Frame& frame) {
    const bool awaits_end = frame.until == model::Frame::Until::end;
    explain_silence(finding, question.reading, question.at, &exchange,
                    awaits_end ? model::Cause::hung : model::Cause::missing);
    finding.detail =
        what_is_missing(frame, joined(exchange.banner) + joined(exchange.received)) + ' ' + finding.detail;
}

}  // namespace sockgrade::checks
