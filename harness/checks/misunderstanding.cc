#include "checks/misunderstanding.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "model/answer.hh"
#include "model/expected.hh"
#include "telling/pair.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Half;
using model::Transcript;
namespace event = model::event;

namespace {

std::string role_of(const Transcript& transcript) { return model::to_string(transcript.plan.role); }

// A server may read lines, and a client need not end its text with one. By TCP alone; a datagram has its own
// end.
bool waits_for_a_line_end(const Transcript& listening, const Judgement& judgement) {
    const model::Finding* broken = broken_rule(judgement);
    const bool is_silent =
        broken != nullptr && (broken->cause == Cause::no_reply || broken->cause == Cause::hung);
    if (!is_silent || listening.plan.transport != model::Transport::tcp) return false;
    const auto* last = listening.last<event::Sent>();
    return last != nullptr && !last->bytes.ends_with('\n') && listening.all<event::Finished>().empty() &&
           listening.first<event::Closed>() == nullptr;
}

// What the peer of this program is to answer.
const model::AnswerEach* answers_to(const Transcript& transcript) {
    for (const model::Step& step : transcript.plan.steps)
        if (const auto* answers = std::get_if<model::AnswerEach>(&step.action)) return answers;
    return nullptr;
}

struct Overlooked {
    std::string answer;  // as it came
    std::string wanted;
};

// A receiver may end its answer with a newline, or with the rest of its buffer; a sender may compare all that
// comes. Told by the last datagram, which it sends again and again although it was answered, and never
// without such an end.
std::optional<Overlooked> overlooked_answer(const Transcript& sender) {
    constexpr std::size_t kTelling = 3;  // a resend or two may have crossed with an answer
    const model::AnswerEach* const rule = answers_to(sender);
    if (rule == nullptr) return std::nullopt;
    std::string datagram;
    std::size_t sendings = 0;
    std::size_t answers = 0;
    std::optional<Overlooked> overlooked;
    for (const model::Event& one : sender.events) {
        if (const auto* received = std::get_if<event::Received>(&one.what)) {
            if (received->bytes != datagram) {
                datagram = received->bytes;
                sendings = answers = 0;
                overlooked.reset();
            }
            ++sendings;
        } else if (const auto* sent = std::get_if<event::Sent>(&one.what)) {
            const auto wanted = model::answer_to(*rule, datagram);
            if (!wanted || !model::same_text(*wanted, sent->bytes)) continue;
            if (sent->bytes == *wanted) return std::nullopt;  // this one it could have understood
            ++answers;
            overlooked = {sent->bytes, *wanted};
        }
    }
    return sendings >= kTelling && answers >= kTelling ? overlooked : std::nullopt;
}

}  // namespace

const model::Finding* broken_rule(const Judgement& judgement) {
    if (judgement.verdict != model::Verdict::failed) return nullptr;
    const auto found =
        std::find_if(judgement.findings.begin(), judgement.findings.end(),
                     [](const model::Finding& one) { return one.status == model::Finding::Status::not_met; });
    return found == judgement.findings.end() ? nullptr : &*found;
}

std::optional<Misunderstanding> misunderstanding(const telling::Projection& dialling,
                                                 const Judgement* of_dialling,
                                                 const telling::Projection& listening,
                                                 const Judgement& of_listening) {
    const std::string dials = role_of(dialling.transcript);
    const std::string listens = role_of(listening.transcript);
    if (waits_for_a_line_end(listening.transcript, of_listening))
        return Misunderstanding{
            Half::listening, Cause::no_reply,
            fmt::format(
                "The two programs do not agree: the {0} waits for a reply to a text without a line end, "
                "and the {1} does not reply to that. A {1} that reads lines needs the line end; check "
                "the {1} by itself.",
                dials, listens)};
    const model::Finding* const broken = of_dialling == nullptr ? nullptr : broken_rule(*of_dialling);
    if (broken == nullptr || broken_rule(of_listening) != nullptr) return std::nullopt;
    if (const auto overlooked = overlooked_answer(dialling.transcript))
        return Misunderstanding{
            Half::dialling, broken->cause.value_or(Cause::missing),
            fmt::format(
                "The two programs do not agree, though neither breaks the rules of its exercise: the {} "
                "answers {}, with something behind it, and the {} waits for {} and nothing else.",
                listens, quote(overlooked->answer, 12), dials, quote(overlooked->wanted, 40))};
    return std::nullopt;
}

}  // namespace sockgrade::checks
