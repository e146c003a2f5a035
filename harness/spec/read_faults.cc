#include "spec/read_faults.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "spec/read_message.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostFaults = 50;
constexpr std::size_t kMostNumber = 1000;

void read_direction(const Section& section, model::FaultRule& rule) {
    const std::optional<Section> to = section.find("to");
    const std::optional<Section> from = section.find("from");
    if (to.has_value() == from.has_value())
        return section.problem("expected one of 'to: program' (on the way to it) and 'from: program'");
    if (!(to ? to : from)->one_of<bool>(kTheProgram)) return;
    rule.direction = to ? model::Direction::to_program : model::Direction::from_program;
}

void read_numbers(const Section& section, model::FaultRule& rule) {
    if (!section.is_list()) {
        if (const auto number = section.number(1, kMostNumber)) rule.numbers.push_back(*number);
        return;
    }
    const std::vector<Section> items = section.items(kMostNumber);
    if (items.empty()) section.problem("expected at least one number; leave n out to hit every datagram");
    for (const Section& item : items) {
        const std::optional<std::size_t> number = item.number(1, kMostNumber);
        if (!number) continue;
        if (std::find(rule.numbers.begin(), rule.numbers.end(), *number) != rule.numbers.end())
            item.problem(fmt::format("{} stands here twice", *number));
        rule.numbers.push_back(*number);
    }
}

// "30%" or 30.
void read_chance(const Section& section, model::FaultRule& rule) {
    static const std::vector<std::string> percents = [] {
        std::vector<std::string> all;
        for (int i = 1; i <= 100; ++i) all.push_back(std::to_string(i));
        return all;
    }();
    std::string text = section.is_text() ? *section.text() : std::string{};
    if (text.ends_with('%')) text.pop_back();
    const auto found = std::find(percents.begin(), percents.end(), text);
    if (found == percents.end())
        return section.problem("expected a chance in percent from 1% to 100%, such as \"30%\"");
    rule.percent = static_cast<unsigned>(found - percents.begin()) + 1;
}

std::optional<model::FaultRule> read_fault(const Section& section, const std::vector<std::string>& kinds,
                                           const std::vector<std::string>& placeholders) {
    const std::vector<Section> entries = section.is_map() ? section.entries() : std::vector<Section>{};
    if (entries.size() != 1) {
        section.problem("expected one fault and what it hits, such as 'drop: { to: program, n: 2 }'");
        return std::nullopt;
    }
    const Section& what = entries.front();
    model::FaultRule rule;
    rule.kind = what.key();
    if (std::find(kinds.begin(), kinds.end(), rule.kind) == kinds.end())
        what.key_problem(fmt::format("unknown fault; expected {}", list_of(kinds, "or")),
                         nearest_name(rule.kind, kinds));
    if (!what.is(kFault)) return std::nullopt;
    read_direction(what, rule);
    if (const auto n = what.find("n")) read_numbers(*n, rule);
    if (const auto times = what.find("times")) rule.times = times->number(1, kMostNumber).value_or(1);
    if (const auto chance = what.find("chance")) read_chance(*chance, rule);
    if (const auto containing = what.find("containing")) {
        rule.containing = containing->text().value_or("");
        if (containing->is_text() && rule.containing.empty())
            containing->problem("every datagram contains an empty text; leave it out");
        check_placeholders(*containing, rule.containing, placeholders);
    }
    return rule;
}

}  // namespace

std::vector<model::FaultRule> read_faults(const Section& section, const std::vector<std::string>& kinds,
                                          const std::vector<std::string>& placeholders) {
    std::vector<model::FaultRule> faults;
    for (const Section& item : section.items(kMostFaults))
        if (auto fault = read_fault(item, kinds, placeholders)) faults.push_back(std::move(*fault));
    return faults;
}

}  // namespace sockgrade::spec
