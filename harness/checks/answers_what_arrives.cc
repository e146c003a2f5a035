#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "model/answer.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Direction;
namespace event = model::event;

namespace {

struct Arrival {
    std::string bytes;
    std::string answer;
    std::size_t event = 0;
};

// The datagrams and their answers, in the order in which they passed the link.
class Answering {
  public:
    Answering(const Question& question, const model::AnswerEach& how) : question_(question), how_(how) {
        const auto& transcript = question.reading.transcript();
        has_deliveries_ = !transcript.plan.faults.empty();
        for (const auto* fault : transcript.all<event::FaultApplied>())
            if (fault->direction == Direction::from_program && fault->instead)
                changed_.insert(*fault->instead);
    }

    void read() {
        const auto& events = question_.reading.transcript().events;
        for (std::size_t i = 0; i < question_.at.range.end && !wrong_; ++i) {
            number_ = events[i].number;
            std::visit(*this, events[i].what);
        }
    }

    void operator()(const event::Delivered& delivered) {
        if (delivered.direction == Direction::to_program && delivered.way != event::Delivered::Way::refused)
            arrives(delivered.bytes);
    }
    void operator()(const event::Sent& sent) {
        if (!has_deliveries_) arrives(sent.bytes);
    }
    // What a fault takes away or changes was said all the same.
    void operator()(const event::FaultApplied& fault) {
        if (fault.direction == Direction::from_program) answers(fault.bytes);
    }
    void operator()(const event::Received& received) {
        if (!changed_.contains(received.bytes)) answers(received.bytes);
    }
    template <typename Other>
    void operator()(const Other&) {}

    const std::vector<Arrival>& waiting() const { return waiting_; }
    const std::optional<Exchange::Piece>& wrong() const { return wrong_; }
    const std::vector<std::size_t>& evidence() const { return evidence_; }

  private:
    void arrives(const std::string& bytes) {
        const auto answer = model::answer_to(how_, bytes);
        // What to say to a datagram without a number, nobody knows.
        if (!answer)
            is_open_ = true;
        else
            waiting_.push_back({bytes, *answer, number_});
    }
    void answers(const std::string& bytes) {
        const auto is_it = [&](const Arrival& one) { return model::same_text(one.answer, bytes); };
        const auto found = std::find_if(waiting_.begin(), waiting_.end(), is_it);
        if (found != waiting_.end()) {
            evidence_.push_back(number_);
            said_.emplace(model::without_line_end(bytes));
            waiting_.erase(found);
            return;
        }
        // An answer may come twice, by a fault, or be said twice.
        if (!is_open_ && !said_.contains(std::string(model::without_line_end(bytes))))
            wrong_ = {bytes, number_};
    }

    const Question& question_;
    const model::AnswerEach& how_;
    bool has_deliveries_ = false;
    std::set<std::string> changed_;
    std::size_t number_ = 0;
    std::vector<Arrival> waiting_;
    std::set<std::string> said_;
    bool is_open_ = false;
    std::optional<Exchange::Piece> wrong_;
    std::vector<std::size_t> evidence_;
};

}  // namespace

// Of a program that answers whoever sends, in whatever order: each datagram that reached it has its answer,
// doubles too.
model::Finding answers_what_arrives(const Question& question, const model::AnswerEach& how) {
    Answering answering(question, how);
    answering.read();
    model::Finding finding;
    finding.requirement =
        fmt::format("Each datagram that arrives is answered with {}, also when it comes again.",
                    how.with.empty() ? "itself" : quote(how.with));
    finding.evidence = answering.evidence();
    const std::vector<Arrival>& waiting = answering.waiting();
    if (waiting.empty() && !answering.wrong()) return finding;
    finding.status = model::Finding::Status::not_met;
    if (!waiting.empty()) {
        finding.awaited = fmt::format("{} as the answer to {}", quote(waiting.front().answer),
                                      quote(waiting.front().bytes));
        finding.evidence = {waiting.front().event};
    }
    if (answering.wrong()) {
        const Exchange::Piece& wrong = *answering.wrong();
        finding.got = quote(wrong.bytes);
        finding.evidence.push_back(wrong.event);
        finding.cause = Cause::extra;
        finding.detail = "Nothing that it was sent is answered like that.";
        if (waiting.empty()) return finding;
        const Difference difference = compare(waiting.front().answer, wrong.bytes);
        finding.cause = difference.cause;
        finding.detail = difference.detail;
        return finding;
    }
    finding.got = "nothing";
    explain_silence(finding, question.reading, question.at, nullptr, Cause::no_reply);
    return finding;
}

}  // namespace sockgrade::checks
