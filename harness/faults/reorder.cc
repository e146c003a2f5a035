#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "faults/held.hh"
#include "faults/kinds.hh"
#include "faults/selection.hh"
#include "faults/words.hh"

namespace sockgrade::faults {

namespace {

void move_own(std::vector<Passing>& out, std::vector<Passing>& to) {
    std::copy_if(out.begin(), out.end(), std::back_inserter(to), is_own);
    std::erase_if(out, is_own);
}

// The first listed ones wait for the last.
class Swap : public Fault {
  public:
    explicit Swap(const std::vector<std::size_t>& numbers)
        : last_(numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end())) {}

    bool apply(const Passing& hit, std::vector<Passing>& out, std::uint64_t) override {
        if (hit.number == last_) return !held_.empty();
        const std::size_t before = held_.size();
        move_own(out, held_);
        return held_.size() > before;
    }
    // Latest first, so that three listed ones come out in reverse.
    std::vector<Passing> after(const Passing& passed) override {
        if (passed.number != last_) return {};
        std::reverse(held_.begin(), held_.end());
        return std::exchange(held_, {});
    }
    std::vector<Passing> release() override { return std::exchange(held_, {}); }

  private:
    std::size_t last_;
    std::vector<Passing> held_;
};

// One waits for another.
class HoldUntil : public Fault {
  public:
    explicit HoldUntil(model::Until until) : until_(std::move(until)) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        std::vector<Passing> own;
        move_own(out, own);
        for (const Passing& one : own) held_.hold(one);
        return !own.empty();
    }
    std::vector<Passing> after(const Passing& passed) override {
        return fits(until_, passed) ? held_.take_others(passed) : std::vector<Passing>{};
    }
    std::vector<Passing> release() override { return held_.take_all(); }

  private:
    model::Until until_;
    Held held_;
};

// Neighbours come out in an order that the seed draws. Who belongs together depends on the numbers, which a
// retry does not shift.
class Shuffle : public Fault {
  public:
    explicit Shuffle(std::size_t window) : window_(window) {}

    bool apply(const Passing& hit, std::vector<Passing>& out, std::uint64_t draw) override {
        Group& group = groups_[group_of(hit)];
        ++group.seen;
        std::vector<Passing> own;
        move_own(out, own);
        if (own.empty()) return false;
        group.members.push_back({draw, std::move(own)});
        return true;
    }
    std::vector<Passing> after(const Passing& passed) override {
        const auto group = groups_.find(group_of(passed));
        if (group == groups_.end() || group->second.seen < window_) return {};
        return shuffled(groups_.extract(group).mapped());
    }
    std::vector<Passing> release() override {
        std::vector<Passing> all;
        for (auto& [number, group] : groups_)
            for (Passing& one : shuffled(std::move(group))) all.push_back(std::move(one));
        groups_.clear();
        return all;
    }

  private:
    struct Member {
        std::uint64_t draw;
        std::vector<Passing> datagrams;
    };
    struct Group {
        std::size_t seen = 0;  // with those that another fault has taken
        std::vector<Member> members;
    };

    std::size_t group_of(const Passing& datagram) const { return (datagram.number - 1) / window_; }

    static std::vector<Passing> shuffled(Group group) {
        std::vector<Member>& members = group.members;
        const auto earlier = [](const Member& a, const Member& b) { return a.draw < b.draw; };
        // The order in which they came would be no reordering.
        if (std::is_sorted(members.begin(), members.end(), earlier) && members.size() > 1)
            std::rotate(members.begin(), members.begin() + 1, members.end());
        else
            std::sort(members.begin(), members.end(), earlier);
        std::vector<Passing> all;
        for (Member& member : members)
            std::move(member.datagrams.begin(), member.datagrams.end(), std::back_inserter(all));
        return all;
    }

    std::size_t window_;
    std::map<std::size_t, Group> groups_;
};

constexpr std::string_view kReorderTakes[] = {"until", "window"};
constexpr std::string_view kReorderNeeds[] = {"n", "until", "window"};

std::unique_ptr<Fault> make_reorder(const model::FaultRule& rule) {
    if (rule.detail.window > 0) return std::make_unique<Shuffle>(rule.detail.window);
    if (rule.detail.until.is_set()) return std::make_unique<HoldUntil>(rule.detail.until);
    return std::make_unique<Swap>(rule.numbers);
}

std::string what_makes_no_order(const model::FaultRule& rule) {
    const model::FaultDetail& detail = rule.detail;
    if (detail.window > 0 && (detail.until.is_set() || !rule.numbers.empty()))
        return "a window takes all datagrams as they come: leave 'n' and 'until' out";
    if (detail.window == 0 && !detail.until.is_set() && rule.numbers.size() == 1)
        return "one datagram cannot change places; give two or more, or 'until'";
    return {};
}

}  // namespace

const FaultKind kinds::reorder{
    .name = "reorder",
    .summary = "Datagrams change places: listed ones, those of a window, or one with all up to another.",
    .verb = "changed the place of",
    .make = make_reorder,
    .says =
        [](const model::FaultRule& rule, const std::string& target) {
            const model::FaultDetail& detail = rule.detail;
            if (detail.window > 0) return fmt::format("shuffle {} in groups of {}", target, detail.window);
            if (detail.until.is_set()) return fmt::format("hold back {} {}", target, held_until(detail));
            return "reorder " + target;
        },
    .problem = what_makes_no_order,
    .takes = kReorderTakes,
    .needs = kReorderNeeds,
    .holds = true,
    .draws = [](const model::FaultRule& rule) { return rule.detail.window > 0; }};

}  // namespace sockgrade::faults
