#include "faults/deliveries.hh"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "faults/fault.hh"

namespace sockgrade::faults {

namespace {

namespace event = model::event;
using How = Delivery::How;

bool has_link(const model::Plan& plan) {
    return plan.transport == model::Transport::udp && !plan.faults.empty();
}

bool holds(const std::string& kind) {
    const FaultKind* const known = find(kind);
    return known != nullptr && known->holds;
}

class Link {
  public:
    void operator()(const event::Sent& e) {
        auto& copies = sent_[{e.connection, e.bytes}];
        copies.push_back(at_);
    }
    void operator()(const event::FaultApplied& e) {
        if (e.direction != model::Direction::to_program) return;
        const std::optional<std::size_t> sent = origin(e.connection, e.bytes, e.occurrence);
        if (!sent) return;
        sent_as_[{e.connection, e.number, e.occurrence}] = *sent;
        because_[*sent].push_back(at_);
        if (e.lost) return add(How::dropped, *sent, e.bytes);
        if (holds(e.kind) && held_.insert(*sent).second) add(How::held, *sent, e.bytes);
    }
    void operator()(const event::Delivered& e) {
        if (e.direction != model::Direction::to_program) return;
        const auto known = sent_as_.find({e.connection, e.number, e.occurrence});
        const std::optional<std::size_t> sent =
            known != sent_as_.end() ? known->second : origin(e.connection, e.bytes, e.occurrence);
        if (!sent) return;
        // Of two that change places the second is not held at all.
        if (!told_.empty() && told_.back().how == How::held && told_.back().sent == *sent &&
            told_.back().at + 1 == at_) {
            told_.pop_back();
            held_.erase(*sent);
        }
        const bool is_first = delivered_.insert(*sent).second;
        How how = held_.contains(*sent) ? How::late : How::passed;
        if (!is_first) how = How::copy;
        if (e.way == event::Delivered::Way::from_new_port) how = How::moved;
        if (e.way == event::Delivered::Way::from_stranger) {
            how = How::stranger;
            if (is_first) delivered_.erase(*sent);
        }
        add(how, *sent, e.bytes, e.from);
    }
    template <class Other>
    void operator()(const Other&) {}

    std::vector<Delivery> tell(const model::Transcript& transcript) && {
        for (; at_ < transcript.events.size(); ++at_)
            std::visit([this](const auto& what) { (*this)(what); }, transcript.events[at_].what);
        return std::move(told_);
    }

  private:
    // The event that sent this copy.
    std::optional<std::size_t> origin(const std::string& connection, const std::string& bytes,
                                      std::size_t copy) const {
        const auto found = sent_.find({connection, bytes});
        if (found == sent_.end() || copy == 0 || copy > found->second.size()) return std::nullopt;
        return found->second[copy - 1];
    }
    void add(How how, std::size_t sent, const std::string& bytes, const model::Address& from = {}) {
        told_.push_back({how, sent, at_, because_[sent], bytes, from});
    }

    std::size_t at_ = 0;
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> sent_;  // by peer and payload
    std::map<std::tuple<std::string, std::size_t, std::size_t>, std::size_t> sent_as_;
    std::map<std::size_t, std::vector<std::size_t>> because_;  // the faults that hit it, by who sent it
    std::set<std::size_t> held_;
    std::set<std::size_t> delivered_;
    std::vector<Delivery> told_;
};

}  // namespace

std::vector<Delivery> deliveries(const model::Transcript& transcript) {
    if (has_link(transcript.plan)) return Link().tell(transcript);
    std::vector<Delivery> told;
    for (std::size_t i = 0; i < transcript.events.size(); ++i)
        if (const auto* sent = std::get_if<event::Sent>(&transcript.events[i].what))
            told.push_back({How::passed, i, i, {}, sent->bytes, {}});
    return told;
}

}  // namespace sockgrade::faults
