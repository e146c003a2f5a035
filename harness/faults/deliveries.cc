#include "faults/deliveries.hh"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "faults/fault.hh"

namespace sockgrade::faults {

namespace {

namespace event = model::event;
using How = Delivery::How;

struct Rule {
    const model::FaultRule* what;
    std::unique_ptr<Fault> fault;
};

struct Waiting {
    Passing datagram;                  // its flow is the position of its event: so it is known again later
    std::vector<std::size_t> because;  // of the faults that hit it
};

class Link {
  public:
    explicit Link(const model::Transcript& transcript) : events_(transcript.events) {
        for (const model::FaultRule& rule : transcript.plan.faults)
            if (const FaultKind* kind = find(rule.kind);
                kind != nullptr && rule.direction == model::Direction::to_program)
                rules_.push_back({&rule, kind->make(rule)});
        for (std::size_t i = 0; i < events_.size(); ++i)
            if (const auto* applied = std::get_if<event::FaultApplied>(&events_[i].what);
                applied != nullptr && applied->direction == model::Direction::to_program)
                hits_[{applied->bytes, applied->occurrence}].push_back(i);
    }

    std::vector<Delivery> tell() && {
        for (std::size_t i = 0; i < events_.size(); ++i) {
            if (const auto* sent = std::get_if<event::Sent>(&events_[i].what)) arrive(i, sent->bytes);
            // One that waits for its fault keeps those behind it waiting: the link has one queue.
            while (!queue_.empty() && (queue_.front().because.empty() || queue_.front().because.back() <= i))
                pass_first(i);
            const auto* ended = std::get_if<event::StepEnded>(&events_[i].what);
            if (ended != nullptr && ended->how != model::WaitEnd::satisfied) release(i);
        }
        const std::size_t end = events_.empty() ? 0 : events_.size() - 1;
        while (!queue_.empty()) pass_first(end);
        release(end);
        // What was kept back and never came was not kept back.
        for (Delivery& one : told_)
            if (one.how == How::held && !delivered_.contains(one.sent)) one.how = How::dropped;
        return std::move(told_);
    }

  private:
    void arrive(std::size_t at, const std::string& bytes) {
        const auto [seen, is_new] = seen_.try_emplace(bytes, seen_.size() + 1, 0);
        const std::size_t copy = ++seen->second.second;
        const auto hit = hits_.find({bytes, copy});
        queue_.push_back({{at, bytes, seen->second.first, copy},
                          hit == hits_.end() ? std::vector<std::size_t>{} : hit->second});
    }

    void pass_first(std::size_t at) {
        const Waiting one = std::move(queue_.front());
        queue_.pop_front();
        faults_of_[one.datagram.flow] = one.because;
        std::vector<Passing> out = {one.datagram};
        std::set<const Rule*> used;
        for (const std::size_t i : one.because) {
            const auto& kind = std::get<event::FaultApplied>(events_[i].what).kind;
            for (const Rule& rule : rules_) {
                const auto& numbers = rule.what->numbers;
                const bool means_it = numbers.empty() || std::find(numbers.begin(), numbers.end(),
                                                                   one.datagram.number) != numbers.end();
                if (rule.what->kind != kind || !means_it || !used.insert(&rule).second) continue;
                rule.fault->apply(one.datagram, out);
                break;
            }
        }
        for (const Rule& rule : rules_) rule.fault->after(one.datagram, out);
        const bool there = std::any_of(out.begin(), out.end(),
                                       [&](const Passing& p) { return p.flow == one.datagram.flow; });
        if (!there) add(How::held, at, one.datagram);
        for (const Passing& passing : out) {
            const bool again = delivered_.contains(passing.flow);
            add(passing.flow != one.datagram.flow ? How::late : again ? How::copy : How::passed, at, passing);
        }
    }

    void release(std::size_t at) {
        for (const Rule& rule : rules_)
            for (const Passing& passing : rule.fault->release()) add(How::late, at, passing);
    }

    void add(How how, std::size_t at, const Passing& passing) {
        if (how != How::held) delivered_.insert(passing.flow);
        told_.push_back({how, passing.flow, at, faults_of_[passing.flow], passing.bytes});
    }

    const std::vector<model::Event>& events_;
    std::vector<Rule> rules_;
    std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> hits_;
    std::map<std::string, std::pair<std::size_t, std::size_t>> seen_;  // payload: its number, its copies
    std::map<std::size_t, std::vector<std::size_t>> faults_of_;
    std::deque<Waiting> queue_;
    std::set<std::size_t> delivered_;
    std::vector<Delivery> told_;
};

}  // namespace

std::vector<Delivery> deliveries(const model::Transcript& transcript) { return Link(transcript).tell(); }

}  // namespace sockgrade::faults
