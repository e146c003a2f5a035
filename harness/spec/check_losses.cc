// Theory. A fault that takes a datagram away, or changes it, may do so only when a right program gets over
// it. There are two ways. A program that has to send again (`retries`) gets over fewer losses than that for
// each message: every lost message and every lost answer to it costs a try, so the worst that all rules
// together can do to one message, in both directions, is counted, with every chance come true. A program that
// does not send again gets over a loss when nothing is expected that hangs on it: `each: sent` leaves out
// what was lost, other expectations do not.
#include "spec/check_losses.hh"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/text.hh"
#include "faults/fault.hh"
#include "formats/fit.hh"

namespace sockgrade::spec {

namespace {

using model::Direction;
using model::Expect;
using model::FaultRule;
using model::Prints;

// --- Programs that send again.

class Copies {
  public:
    explicit Copies(std::size_t most) : lost_(most, false) {}
    void lose_first(std::size_t count) { std::fill_n(lost_.begin(), std::min(count, lost_.size()), true); }
    void lose(std::size_t copy) {
        if (copy >= 1 && copy <= lost_.size()) lost_[copy - 1] = true;
    }
    void lose(const Copies& other) {
        for (std::size_t i = 0; i < lost_.size(); ++i) lost_[i] = lost_[i] || other.lost_[i];
    }
    std::size_t count() const {
        return static_cast<std::size_t>(std::count(lost_.begin(), lost_.end(), true));
    }
    friend bool operator<(const Copies& a, const Copies& b) { return a.lost_ < b.lost_; }

  private:
    std::vector<bool> lost_;
};

bool goes_on(const FaultRule& rule) { return faults::is(rule.kind, &faults::FaultKind::goes_on); }

Copies lost_by(const FaultRule& rule, std::size_t sent) {
    Copies copies(sent);
    if (goes_on(rule))
        copies.lose_first(rule.detail.most > 0 ? rule.detail.most : sent);
    else if (rule.copies.empty())
        copies.lose_first(rule.times);
    else
        for (const std::size_t copy : rule.copies) copies.lose(copy);
    return copies;
}

// The numbers that a rule is about; a blackhole goes on after its first one, and bursts are anywhere.
bool concerns(const FaultRule& rule, std::size_t number) {
    return goes_on(rule) || rule.numbers.empty() ||
           std::find(rule.numbers.begin(), rule.numbers.end(), number) != rule.numbers.end();
}

using FieldValue = std::pair<std::string, std::size_t>;

// Does it ask for what datagrams say, so that copies are those that say the same?
bool asks_for_fields(const FaultRule& rule) {
    return !rule.fields.empty() || (rule.formatted && !rule.formatted->values.empty());
}

bool concerns(const FaultRule& rule, const FieldValue& wanted) {
    return goes_on(rule) ||
           std::any_of(rule.fields.begin(), rule.fields.end(), [&](const model::Field& field) {
               return field.name == wanted.first && std::find(field.values.begin(), field.values.end(),
                                                              wanted.second) != field.values.end();
           });
}

// Rules that ask for other numbers in the same field never meet in one datagram; all others may.
bool may_hit_the_same(const FaultRule& a, const FaultRule& b) {
    return goes_on(a) || goes_on(b) || !a.formatted || !b.formatted ||
           formats::may_both_fit(*a.formatted, *b.formatted);
}

// What each message can lose: by rules that ask for a number, with what rules that ask for a field add.
std::size_t worst(const std::vector<const FaultRule*>& rules, std::size_t sent) {
    std::set<std::size_t> numbers{0};  // 0: any that no rule names
    std::set<FieldValue> values{{"", 0}};
    for (const FaultRule* rule : rules) {
        numbers.insert(rule->numbers.begin(), rule->numbers.end());
        for (const model::Field& field : rule->fields)
            for (const std::size_t value : field.values) values.emplace(field.name, value);
    }
    std::set<Copies> by_number;
    for (const std::size_t number : numbers) {
        Copies lost(sent);
        for (const FaultRule* rule : rules)
            if (!asks_for_fields(*rule) && concerns(*rule, number)) lost.lose(lost_by(*rule, sent));
        by_number.insert(lost);
    }
    std::set<Copies> by_field;
    for (const FieldValue& value : values) {
        Copies lost(sent);
        for (const FaultRule* rule : rules)
            if (!rule->fields.empty() && concerns(*rule, value)) lost.lose(lost_by(*rule, sent));
        by_field.insert(lost);
    }
    for (const FaultRule* one : rules) {
        if (!asks_for_fields(*one) || !one->formatted) continue;
        Copies lost(sent);
        for (const FaultRule* rule : rules)
            if (asks_for_fields(*rule) && may_hit_the_same(*one, *rule)) lost.lose(lost_by(*rule, sent));
        by_field.insert(lost);
    }
    std::size_t most = 0;
    for (const Copies& one : by_number)
        for (const Copies& other : by_field) {
            Copies both = one;
            both.lose(other);
            most = std::max(most, both.count());
        }
    return most;
}

// --- Programs that do not.

// The numbers of the datagrams to the program without which an expectation can't be met.
class Needs {
  public:
    explicit Needs(const model::CaseSpec& one) {
        for (const model::Step& step : one.steps) {
            actor_ = step.actor;
            std::visit(*this, step.action);
        }
    }
    bool needs(const FaultRule& rule) const {
        if (needed_.empty()) return false;
        if (rule.numbers.empty()) return true;
        if (goes_on(rule))
            return *needed_.rbegin() >= *std::min_element(rule.numbers.begin(), rule.numbers.end());
        return std::any_of(rule.numbers.begin(), rule.numbers.end(),
                           [&](std::size_t number) { return needed_.contains(number); });
    }
    bool needs_anything_from_program() const { return needs_anything_from_program_; }

    void operator()(const model::Send& send) {
        if (!send.until.empty()) needs_anything_from_program_ = true;
        for (std::size_t i = 0; i < send.messages.size(); ++i) sent_[actor_].push_back(++count_);
    }
    void operator()(const model::Reply&) { sent_[actor_].push_back(++count_); }
    void operator()(const Expect& expect) {
        if (expect.what == Expect::What::nothing || expect.what == Expect::What::end) return;
        needs_anything_from_program_ = true;
        const std::vector<std::size_t> sent = std::exchange(sent_[actor_], {});
        if (expect.what != Expect::What::each) needed_.insert(sent.begin(), sent.end());
    }
    void operator()(const Prints& prints) {
        // A pattern says what the author knows to come of the faults.
        if (prints.what == Prints::What::sent || prints.what == Prints::What::pattern) return;
        for (std::size_t number = 1; number <= count_; ++number) needed_.insert(number);
    }
    template <typename Other>
    void operator()(const Other&) {}

  private:
    std::string actor_;
    std::map<std::string, std::vector<std::size_t>> sent_;  // since the actor's last expectation
    std::size_t count_ = 0;
    std::set<std::size_t> needed_;
    bool needs_anything_from_program_ = false;
};

bool is_harmful(const FaultRule& rule, const std::vector<faults::FaultKind>& kinds) {
    if (rule.detail.before) return false;  // an empty datagram before it takes nothing away
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const faults::FaultKind& one) { return one.name == rule.kind; });
    return kind != kinds.end() && kind->harm != faults::Harm::none;
}

void check_with_retries(const Section& list, const std::vector<const FaultRule*>& harmful,
                        std::size_t retries) {
    std::size_t losses = 0;
    for (const Direction direction : {Direction::to_program, Direction::from_program}) {
        std::vector<const FaultRule*> rules;
        for (const FaultRule* rule : harmful)
            if (rule->direction == direction) rules.push_back(rule);
        losses += worst(rules, retries + 1);
    }
    if (losses > retries)
        list.key_problem(fmt::format(
            "a message and its answers can be lost {} here, and it is sent again only {}: leave no more "
            "losses than that ('retries', 'tries'), so that a right program can't fail by bad luck",
            count_of(losses, "time"), count_of(retries, "time")));
}

// How often a message is sent again at least: by the program, or by the peer that plays the sender.
std::size_t retries_of(const model::CaseSpec& one, const model::ProgramSpec& program) {
    if (!only_listens(program.role) || program.retries > 0) return program.retries;
    std::size_t least = 0;
    for (const model::Step& step : one.steps)
        if (const auto* send = std::get_if<model::Send>(&step.action)) {
            if (send->tries == 0) return 0;
            least = least == 0 ? send->tries - 1 : std::min(least, send->tries - 1);
        }
    return least;
}

}  // namespace

void check_losses(const Section& list, const model::CaseSpec& one, const model::ProgramSpec& program,
                  const std::vector<faults::FaultKind>& kinds) {
    const Needs needs(one);
    std::vector<const FaultRule*> harmful;
    const std::vector<Section> items = list.items();
    const std::size_t retries = retries_of(one, program);
    const bool sends_again = retries > 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const FaultRule& rule = one.faults[i];
        const Section what = items[i].entries().front();
        if (!rule.indices.empty() && sends_again)
            what.problem("who sends again moves every index; ask for 'n' or a field");
        if (!is_harmful(rule, kinds)) continue;
        harmful.push_back(&rule);
        if (sends_again) continue;
        if (rule.direction == Direction::from_program && needs.needs_anything_from_program())
            what.problem("what is lost or changed here is expected of the program, which sends it once");
        if (rule.direction == Direction::to_program && needs.needs(rule))
            what.problem(
                "what is lost or changed here is sent once, and an expectation hangs on it; expect 'each: "
                "sent', which leaves out what was lost");
    }
    if (sends_again && !harmful.empty() && needs.needs_anything_from_program())
        check_with_retries(list, harmful, retries);
}

}  // namespace sockgrade::spec
