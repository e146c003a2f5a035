#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Expect;

namespace {

struct OwnReply {
    std::string text;
    std::size_t number = 0;
};

// What came in the steps that asked for the fixed reply, each up to its end.
std::vector<OwnReply> fixed_replies(const Failure& failure) {
    std::vector<OwnReply> all;
    OwnReply next;
    for (const model::Event& event : failure.transcript.events) {
        if (const auto* received = std::get_if<event::Received>(&event.what)) {
            if (next.text.empty()) next.number = event.number;
            next.text += received->bytes;
        }
        const auto* ended = std::get_if<event::StepEnded>(&event.what);
        if (ended == nullptr || ended->step >= failure.transcript.plan.steps.size()) continue;
        const auto* expect = std::get_if<Expect>(&failure.transcript.plan.steps[ended->step].action);
        if (expect == nullptr || expect->what != Expect::What::fixed) continue;
        if (!bare(next.text).empty()) all.push_back(next);
        next = {};
    }
    return all;
}

}  // namespace

// A reply of its own that has something in it that differs: a count, the time, a port.
std::optional<model::Diagnosis> changes_its_reply(const Failure& failure) {
    const Expect* const expect = unmet_expectation(failure);
    if (expect == nullptr || expect->what != Expect::What::fixed) return std::nullopt;
    const std::vector<OwnReply> replies = fixed_replies(failure);
    if (replies.size() < 2 || failure.cause == model::Cause::crashed) return std::nullopt;
    const std::string_view first = bare(replies.front().text);
    const auto& evidence = unmet(failure).evidence;
    const auto other = std::find_if(replies.begin() + 1, replies.end(), [&](const OwnReply& one) {
        return bare(one.text) != first &&
               std::find(evidence.begin(), evidence.end(), one.number) != evidence.end();
    });
    if (other == replies.end()) return std::nullopt;
    const std::string_view second = bare(other->text);
    // Half a reply, or two in one, are something else.
    const auto [in_first, in_second] =
        std::mismatch(first.begin(), first.end(), second.begin(), second.end());
    if (in_first == first.end() || in_second == second.end()) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program replied {} at first, and {} later.", quote(first, 60), quote(second, 60)),
        "The reply is to be the same each time. Leave out what changes: how many have asked, the length or "
        "words "
        "of "
        "the request, the time, a port.",
        {replies.front().number, other->number}};
}

}  // namespace sockgrade::diagnoses
