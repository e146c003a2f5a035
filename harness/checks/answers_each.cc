#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;

namespace {

bool is_answer(const std::string& answer, const std::string& sent, model::Letters letters) {
    if (letters == model::Letters::kept) return model::same_text(sent, answer);
    return model::same_text(ascii_capitals(sent), answer) || model::same_text(unicode_capitals(sent), answer);
}

model::Finding fail(model::Finding finding, Cause cause, std::string detail) {
    finding.status = Status::not_met;
    finding.cause = cause;
    finding.detail = std::move(detail);
    return finding;
}

}  // namespace

model::Finding answers_each(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    // Each distinct message that reached the program, in the order in which it was sent.
    std::vector<Exchange::Piece> messages;
    for (const Exchange::Piece& arrived : question.reading.arrived({0, question.at.range.end}))
        for (const Exchange::Piece& sent : exchange.sent)
            if (sent.event == arrived.event) messages.push_back(arrived);

    model::Finding finding;
    finding.requirement = fmt::format(
        "Each of the {} that arrived is answered with {}{}.", count_of(messages.size(), "message"),
        expect.letters == model::Letters::kept ? "itself" : "its capitals",
        expect.order == model::Expect::Order::kept ? ", in the order of their arrival" : "");
    finding.evidence = exchange.evidence();
    std::size_t last_position = 0;
    bool in_order = true;
    for (const Exchange::Piece& message : messages) {
        std::size_t answers = 0;
        std::size_t position = 0;
        for (std::size_t i = 0; i < exchange.received.size(); ++i) {
            if (!is_answer(exchange.received[i].bytes, message.bytes, expect.letters)) continue;
            if (answers == 0) position = i;
            ++answers;
        }
        finding.awaited =
            quote(expect.letters == model::Letters::kept ? std::string(trim_line_ends(message.bytes))
                                                         : ascii_capitals(trim_line_ends(message.bytes)));
        if (answers == 0) {
            finding.got = exchange.received.empty()
                              ? "nothing"
                              : fmt::format("{}, none of them this",
                                            count_of(exchange.received.size(), "reply", "replies"));
            explain_silence(finding, question.reading, question.at, &exchange,
                            exchange.received.empty() ? Cause::no_reply : Cause::missing);
            finding.detail =
                fmt::format("No right answer to {} came. ", quote(message.bytes, 60)) + finding.detail;
            return finding;
        }
        if (expect.copies != 0 && answers > expect.copies) {
            finding.got = fmt::format("{} times", answers);
            return fail(finding, Cause::extra,
                        fmt::format("It may come {} at most.", count_of(expect.copies, "time")));
        }
        in_order = in_order && position >= last_position;
        last_position = position;
    }
    finding.awaited.clear();
    for (const Exchange::Piece& received : exchange.received) {
        if (received.bytes.empty() && question.reading.sees_empty_datagrams()) continue;
        const bool known = std::any_of(messages.begin(), messages.end(), [&](const Exchange::Piece& message) {
            return is_answer(received.bytes, message.bytes, expect.letters);
        });
        if (known) continue;
        finding.got = quote(received.bytes);
        finding.evidence = {received.event};
        return fail(finding, Cause::extra, "This answers none of the messages that were sent.");
    }
    if (expect.order == model::Expect::Order::kept && !in_order)
        return fail(finding, Cause::wrong_order, "All answers came, but in another order than the messages.");
    return finding;
}

}  // namespace sockgrade::checks
