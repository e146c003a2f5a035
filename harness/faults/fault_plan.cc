#include "faults/fault_plan.hh"

#include <algorithm>
#include <utility>

#include "base/random.hh"
#include "faults/selection.hh"

namespace sockgrade::faults {

namespace {

constexpr std::uint64_t kDetailStream = 0x64657461696c;  // what a fault draws must not tell whether it hits

int turn_of(const FaultKind& kind) {
    if (kind.harm == Harm::loses) return 0;
    if (kind.harm == Harm::alters) return 1;
    return kind.holds ? 3 : 2;
}

// The datagram itself is the last: what else a fault makes of it goes before.
const std::string* own_bytes(const std::vector<Passing>& out) {
    const auto own = std::find_if(out.rbegin(), out.rend(), is_own);
    return own == out.rend() ? nullptr : &own->bytes;
}

}  // namespace

FaultPlan::FaultPlan(const std::vector<model::FaultRule>& rules, std::uint64_t seed) : seed_(seed) {
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (const FaultKind* kind = find(rules[i].kind))
            rules_.push_back({rules[i], kind, kind->make(rules[i]), {}, 0, i});
    // What is held cannot be lost any more, and what is lost not doubled: in one order, whatever the list's.
    std::stable_sort(rules_.begin(), rules_.end(),
                     [](const Rule& a, const Rule& b) { return turn_of(*a.kind) < turn_of(*b.kind); });
}

Passing FaultPlan::next(Side& side, std::size_t flow, std::string bytes, std::size_t peer) {
    FromPeer& from = side.peers[peer];
    const auto [entry, is_new] = from.seen.try_emplace(bytes, Seen{side.distinct + 1, 0});
    if (is_new) ++side.distinct;
    Passing datagram;
    datagram.flow = flow;
    datagram.bytes = std::move(bytes);
    datagram.number = entry->second.number;
    datagram.occurrence = ++entry->second.copies;
    datagram.index = ++from.arrived;
    return datagram;
}

std::optional<std::uint64_t> FaultPlan::hit(Rule& rule, const Passing& datagram, std::size_t peer) const {
    const model::FaultRule& what = rule.what;
    if (!fits(what, datagram)) return std::nullopt;
    const std::string key = key_of(what, datagram);
    const std::size_t occurrence =
        tells_copies_by_fields(what) ? ++rule.copies[{peer, key}] : datagram.occurrence;
    if (!hits_copy(what, occurrence)) return std::nullopt;
    const std::uint64_t draw = mix({seed_, peer, static_cast<std::uint64_t>(what.direction),
                                    hash_of(what.kind), hash_of(key), occurrence});
    // Integer threshold: 0 never, 100 always, no rounding in between.
    if (what.percent < 100 && draw >= UINT64_MAX / 100 * what.percent) return std::nullopt;
    return mix({draw, kDetailStream});
}

void FaultPlan::give_back(Rule& rule, std::vector<Passing> held, Outcome& outcome) {
    for (Passing& datagram : held) {
        if (rule.kind->acts_late) {
            ++rule.hits;
            outcome.applied.push_back({rule.what.kind, rule.what.direction, datagram, false, {}, rule.place});
        }
        outcome.deliver.push_back(std::move(datagram));
    }
}

FaultPlan::Outcome FaultPlan::pass(model::Direction direction, std::size_t flow, std::string bytes,
                                   std::size_t peer) {
    Passing datagram = next(sides_[direction], flow, std::move(bytes), peer);
    Outcome outcome;
    outcome.number = datagram.number;
    outcome.occurrence = datagram.occurrence;
    const bool is_plain = std::none_of(rules_.begin(), rules_.end(),
                                       [&](const Rule& rule) { return rule.what.direction == direction; });
    if (is_plain) {
        outcome.deliver.push_back(std::move(datagram));
        return outcome;
    }
    outcome.deliver.push_back(datagram);
    for (Rule& rule : rules_) {
        if (rule.what.direction != direction) continue;
        const std::string* const left = own_bytes(outcome.deliver);
        const std::string before = left == nullptr ? std::string{} : *left;
        const std::optional<std::uint64_t> draw = hit(rule, datagram, peer);
        const bool acted = draw ? rule.fault->apply(datagram, outcome.deliver, *draw)
                                : rule.fault->meanwhile(datagram, outcome.deliver);
        if (!acted || rule.kind->acts_late) continue;
        ++rule.hits;
        Applied applied{rule.what.kind, direction, datagram, rule.kind->harm == Harm::loses, {}, rule.place};
        const std::string* const after = own_bytes(outcome.deliver);
        if (rule.kind->harm == Harm::alters && after != nullptr && *after != before) applied.instead = *after;
        outcome.applied.push_back(std::move(applied));
    }
    for (Rule& rule : rules_)
        if (rule.what.direction == direction) give_back(rule, rule.fault->after(datagram), outcome);
    return outcome;
}

FaultPlan::Outcome FaultPlan::release(model::Direction direction) {
    Outcome outcome;
    for (Rule& rule : rules_)
        if (rule.what.direction == direction) give_back(rule, rule.fault->release(), outcome);
    return outcome;
}

std::size_t FaultPlan::unfired() const {
    return static_cast<std::size_t>(
        std::count_if(rules_.begin(), rules_.end(), [](const Rule& rule) { return rule.hits == 0; }));
}

}  // namespace sockgrade::faults
