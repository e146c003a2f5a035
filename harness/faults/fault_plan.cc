#include "faults/fault_plan.hh"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/random.hh"

namespace sockgrade::faults {

FaultPlan::FaultPlan(const std::vector<model::FaultRule>& rules, std::uint64_t seed) : seed_(seed) {
    for (const model::FaultRule& rule : rules)
        if (const FaultKind* kind = find(rule.kind)) rules_.push_back({rule, kind->make(rule), 0});
}

bool FaultPlan::hits(const Rule& rule, const Passing& datagram) const {
    const model::FaultRule& what = rule.what;
    if (datagram.occurrence > what.times) return false;
    if (!what.numbers.empty() &&
        std::find(what.numbers.begin(), what.numbers.end(), datagram.number) == what.numbers.end())
        return false;
    if (!what.containing.empty() && datagram.bytes.find(what.containing) == std::string::npos) return false;
    if (what.percent >= 100) return true;
    const std::uint64_t draw = mix({seed_, static_cast<std::uint64_t>(what.direction), hash_of(what.kind),
                                    hash_of(datagram.bytes), datagram.occurrence});
    // Integer threshold: 0 never, 100 always, no rounding in between.
    return draw < UINT64_MAX / 100 * what.percent;
}

FaultPlan::Outcome FaultPlan::pass(model::Direction direction, std::size_t flow, const std::string& bytes) {
    auto& seen = seen_[direction];
    const auto [entry, is_new] = seen.try_emplace(bytes, Seen{seen.size() + 1, 0});
    ++entry->second.copies;
    const Passing datagram{flow, bytes, entry->second.number, entry->second.copies};

    Outcome outcome;
    outcome.deliver.push_back(datagram);
    for (Rule& rule : rules_) {
        if (rule.what.direction != direction || !hits(rule, datagram)) continue;
        ++rule.hits;
        rule.fault->apply(datagram, outcome.deliver);
        outcome.applied.push_back({rule.what.kind, direction, datagram});
    }
    for (Rule& rule : rules_)
        if (rule.what.direction == direction) rule.fault->after(datagram, outcome.deliver);
    return outcome;
}

std::vector<Passing> FaultPlan::release(model::Direction direction) {
    std::vector<Passing> held;
    for (Rule& rule : rules_) {
        if (rule.what.direction != direction) continue;
        std::vector<Passing> more = rule.fault->release();
        std::move(more.begin(), more.end(), std::back_inserter(held));
    }
    return held;
}

std::size_t FaultPlan::unfired() const {
    return static_cast<std::size_t>(
        std::count_if(rules_.begin(), rules_.end(), [](const Rule& rule) { return rule.hits == 0; }));
}

}  // namespace sockgrade::faults
