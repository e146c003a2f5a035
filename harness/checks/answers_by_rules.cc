// A peer that answers by rules has a rule for all that a right program sends: what fits none is wrong.
#include <fmt/format.h>

#include <optional>
#include <set>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/fields_table.hh"
#include "checks/silence.hh"
#include "formats/fit.hh"
#include "formats/format.hh"
#include "formats/reactor.hh"
#include "telling/step.hh"

namespace sockgrade::checks {

namespace event = model::event;
using model::Cause;

namespace {

// What keeps it from being what each rule awaits.
std::string why_none_fits(const std::vector<model::Wanted>& awaited, const std::string& got) {
    std::string text;
    for (const model::Wanted& one : awaited) {
        if (!one.message.formatted) continue;
        const formats::Comparison comparison = formats::compare(*one.message.formatted, got);
        if (!comparison.fits())
            text += fmt::format("{}As '{}': {}", text.empty() ? "" : " ", one.message.formatted->name,
                                comparison.problems.front());
    }
    if (awaited.size() == 1 && awaited.front().message.formatted)
        text += table_of(formats::compare(*awaited.front().message.formatted, got), got);
    return text;
}

std::string in_words(const std::vector<model::Wanted>& awaited) {
    std::vector<std::string> all;
    for (const model::Wanted& one : awaited) all.push_back(telling::describe(one));
    return list_of(all, "or");
}

// The datagrams that the peer got, taken once more by the rules that it had. The first that is wrong stands
// for all.
class Following {
  public:
    Following(const Question& question, const model::Whenever& whenever)
        : question_(question), whenever_(whenever), reactor_(whenever, question.reading.plan().values) {
        kept_.requirement = fmt::format("Whatever the {} sends to {} is one of these messages.",
                                        question.program(), telling::actor_in_words(question.step.actor));
        for (const model::Condition& one : whenever.always) always_.emplace_back().requirement = one.called;
        // What a fault has made of a datagram is not the program's.
        for (const auto* fault : question.reading.transcript().all<event::FaultApplied>())
            if (fault->direction == model::Direction::from_program && fault->instead)
                changed_.insert(*fault->instead);
    }

    std::vector<model::Finding> findings() {
        const auto& events = question_.reading.transcript().events;
        for (std::size_t i = question_.at.range.begin; i < events.size(); ++i) {
            number_ = events[i].number;
            std::visit(*this, events[i].what);
            if (kept_.status == model::Finding::Status::not_met) break;  // what follows from it is no news
        }
        // What broke while the rules were still followed came first.
        std::vector<model::Finding> all = always_;
        all.push_back(kept_);
        if (kept_.status == model::Finding::Status::met)
            for (const model::Condition& one : whenever_.at_the_end) all.push_back(in_the_end(one));
        return all;
    }

    void operator()(const event::FaultApplied& fault) {
        if (fault.kind != model::kFormerPort || fault.connection != question_.step.actor) return;
        wrong(kept_, fault.bytes, Cause::wrong_address);
        kept_.awaited = in_words(reactor_.awaited());
        kept_.detail =
            "It went to the port that was asked first. The answer came from another one, and what follows "
            "belongs there: send to the address that recvfrom() told.";
    }
    void operator()(const event::Received& received) {
        if (received.connection != question_.step.actor) return;
        last_ = number_;
        const std::vector<model::Wanted> awaited = reactor_.awaited();
        const auto reaction = reactor_.take(received.bytes);
        if (reaction && reaction->problem.empty()) return look_at_what_holds(*reaction, received.bytes);
        if (!reaction && changed_.contains(received.bytes)) return;
        wrong(kept_, received.bytes, Cause::wrong_content);
        kept_.awaited = in_words(awaited);
        kept_.detail = reaction ? fmt::format("Nothing can be answered to that: {}.", reaction->problem)
                                : why_none_fits(awaited, received.bytes);
    }
    template <typename Other>
    void operator()(const Other&) {}

  private:
    void wrong(model::Finding& finding, const std::string& bytes, Cause cause) const {
        finding.status = model::Finding::Status::not_met;
        finding.cause = cause;
        finding.got = quote(bytes);
        finding.evidence = {number_};
    }
    void look_at_what_holds(const formats::Reactor::Reaction& reaction, const std::string& bytes) {
        if (!reaction.broken) return;
        model::Finding& finding = always_.at(*reaction.broken);
        if (finding.status == model::Finding::Status::not_met) return;
        wrong(finding, bytes, Cause::wrong_order);
        finding.awaited = whenever_.always.at(*reaction.broken).holds;
        finding.detail =
            fmt::format("With this datagram that no longer holds: {}.", reactor_.memory_in_words());
    }
    // The step itself is over at once; the peer reacts as long as the case lasts.
    StepReading until_the_end() const {
        StepReading at = question_.at;
        for (std::size_t i = at.index + 1; i < question_.reading.plan().steps.size(); ++i)
            if (const auto& later = question_.reading.step(i)) at = *later;
        at.index = question_.at.index;
        at.range = {question_.at.range.begin, question_.reading.size()};
        return at;
    }
    // Who had ended, or waited for something, has sent no more for that reason.
    model::Finding in_the_end(const model::Condition& condition) const {
        model::Finding finding;
        finding.requirement = condition.called;
        if (reactor_.holds(condition)) return finding;
        finding.awaited = condition.holds;
        finding.got = reactor_.memory_in_words();
        if (last_) finding.evidence = {*last_};
        explain_silence(finding, question_.reading, until_the_end(), nullptr, Cause::missing);
        finding.detail = "When nothing more came, that did not hold. " + finding.detail;
        return finding;
    }

    const Question& question_;
    const model::Whenever& whenever_;
    formats::Reactor reactor_;
    std::set<std::string> changed_;
    std::size_t number_ = 0;
    std::optional<std::size_t> last_;
    model::Finding kept_;
    std::vector<model::Finding> always_;
};

}  // namespace

std::vector<model::Finding> answers_by_rules(const Question& question, const model::Whenever& whenever) {
    return Following(question, whenever).findings();
}

}  // namespace sockgrade::checks
