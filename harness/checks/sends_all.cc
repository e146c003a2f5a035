#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;
namespace event = model::event;

namespace {

model::Finding fail(model::Finding finding, Cause cause, std::string detail) {
    finding.status = Status::not_met;
    finding.cause = cause;
    finding.detail = std::move(detail);
    return finding;
}

std::vector<Exchange::Piece> received(const Question& question, Range range) {
    std::vector<Exchange::Piece> found;
    const auto& events = question.reading.transcript().events;
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (const auto* one = std::get_if<event::Received>(&events[i].what);
            one != nullptr && one->connection == question.step.actor)
            found.push_back({one->bytes, events[i].number});
    return found;
}

// Only then is it sure that everything which follows the last one has been seen.
bool end_is_awaited(const model::Plan& plan) {
    return std::any_of(plan.steps.begin(), plan.steps.end(), [](const model::Step& step) {
        return std::holds_alternative<model::Exits>(step.action);
    });
}

// Who splits a file at its line ends gets an empty line behind the last one, and sends that too: its number,
// and no text.
bool is_empty_line_behind(const std::vector<model::Message>& wanted, std::string_view datagram) {
    if (wanted.empty() || !has_placeholder(wanted.back().as, "line")) return false;
    const std::string empty = fill_placeholders(wanted.back().as, [&](const std::string& name) {
        if (name == "line") return std::optional<std::string>("");
        if (name == "i") return std::optional(std::to_string(wanted.size()));
        if (name == "n") return std::optional(std::to_string(wanted.size() + 1));
        return std::optional<std::string>();
    });
    const auto without_spaces = [](std::string_view text) {
        text = trim_line_end(text);
        return text.substr(0, text.find_last_not_of(' ') + 1);
    };
    return without_spaces(empty) == without_spaces(datagram);
}

// A copy may have its reason: who is slow to get its answer sends again. But not all of them, where nothing
// is lost.
bool all_came_twice(const model::Plan& plan, const std::vector<std::size_t>& copies) {
    constexpr std::size_t kTelling = 5;
    return plan.faults.empty() && copies.size() >= kTelling &&
           std::all_of(copies.begin(), copies.end(), [](std::size_t count) { return count > 1; });
}

std::string in_words(model::Expect::Order order) {
    return order == model::Expect::Order::kept ? ", each for the first time in their order" : "";
}

// Of a text that ends in "..." only what stands before that has to be there.
Difference compare_beginnings(std::string_view wanted, std::string_view got) {
    if (!wanted.ends_with(model::kAndSoOn)) return compare(wanted, got);
    wanted.remove_suffix(model::kAndSoOn.size());
    return compare(wanted, got.substr(0, wanted.size()));
}

}  // namespace

// In the order in which they came: what went wrong first is told.
model::Finding sends_all(const Question& question, const model::Expect& expect) {
    const std::vector<model::Message>& wanted = expect.messages;
    const bool nothing_is_late = end_is_awaited(question.reading.plan());
    std::vector<Exchange::Piece> all = received(question, {0, question.at.range.end});
    const std::size_t in_time = all.size();
    if (nothing_is_late)
        for (Exchange::Piece& late : received(question, {question.at.range.end, question.reading.size()}))
            all.push_back(std::move(late));
    model::Finding finding;
    finding.requirement =
        fmt::format("Each of the {} arrives{}.", count_of(wanted.size(), "datagram"), in_words(expect.order));
    std::vector<std::size_t> copies(wanted.size(), 0);
    std::size_t next = 0;  // the first that has not come
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Exchange::Piece& one = all[i];
        if (next == wanted.size() ? !nothing_is_late : i >= in_time) break;
        finding.evidence.push_back(one.event);
        const auto which = model::which_of(wanted, one.bytes);
        if (!which && next == wanted.size() && is_empty_line_behind(wanted, one.bytes)) {
            finding.notes = {fmt::format(
                "behind the last line came {}, for the empty line behind the file's last line end: forgiven",
                quote(one.bytes))};
            continue;
        }
        if (!which) {
            finding.evidence = {one.event};
            finding.got = quote(one.bytes);
            if (next == wanted.size())
                return fail(finding, Cause::extra, "All had come, and this is none of them.");
            finding.awaited = quote(wanted[next].bytes);
            const Difference difference = model::is_exact(wanted[next])
                                              ? compare_bytes(wanted[next].bytes, one.bytes)
                                              : compare_beginnings(wanted[next].bytes, one.bytes);
            return fail(finding, difference.same ? Cause::wrong_content : difference.cause,
                        difference.detail);
        }
        if (++copies[*which] == 1 && *which != next && expect.order == model::Expect::Order::kept) {
            finding.evidence = {one.event};
            finding.awaited = quote(wanted[next].bytes);
            finding.got = quote(one.bytes);
            return fail(finding, Cause::wrong_order, "It came before the one that was awaited.");
        }
        if (expect.copies != 0 && copies[*which] > expect.copies) {
            finding.evidence = {one.event};
            finding.got = fmt::format("{} {} times", quote(one.bytes), copies[*which]);
            return fail(finding, Cause::extra,
                        fmt::format("It may come {} at most.", count_of(expect.copies, "time")));
        }
        while (next < wanted.size() && copies[next] > 0) ++next;
    }
    if (next == wanted.size()) {
        if (expect.copies == 0 && all_came_twice(question.reading.plan(), copies)) {
            finding.awaited = "each once, where its answer comes at once";
            finding.got = "each of them twice or more often";
            return fail(finding, Cause::extra,
                        "Nothing was lost, and each had its answer: there was no reason to send it again.");
        }
        return finding;
    }
    finding.awaited = quote(wanted[next].bytes);
    finding.got = in_time == 0 ? "nothing" : fmt::format("{} and no more", quote(all[in_time - 1].bytes));
    const Exchange exchange = question.reading.exchange(question.at.index);
    explain_silence(finding, question.reading, question.at, &exchange, Cause::missing);
    return finding;
}

}  // namespace sockgrade::checks
