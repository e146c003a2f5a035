#include "spec/read_faults.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hh"
#include "spec/read_fields.hh"
#include "spec/read_message.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostFaults = 50;
constexpr std::size_t kMostNumber = 1000;
constexpr std::size_t kMostFaultCopies = 100;
constexpr std::size_t kMostBytes = 65'507;
constexpr std::size_t kMostWindow = 100;
constexpr std::size_t kMostMs = 60'000;
constexpr std::uint32_t kMillion = 1'000'000;

// Seen from the program, or from the one of a pair that dials.
void read_direction(const Section& section, const FaultRules& rules, model::FaultRule& rule) {
    const std::optional<Section> to = section.find("to");
    const std::optional<Section> from = section.find("from");
    const std::string seen_from = rules.roles ? rules.roles->dialling : model::kProgram;
    if (to.has_value() == from.has_value())
        return section.problem(
            fmt::format("expected one of 'to: {}' (on the way to it) and 'from: {}'", seen_from, seen_from));
    const auto end = (to ? to : from)->one_of<std::string_view>(kFaultEnds);
    if (!end) return;
    const bool is_known = rules.roles ? rules.roles->has(std::string(*end)) : *end == model::kProgram;
    if (!is_known)
        return (to ? to : from)
            ->problem(rules.roles ? fmt::format("the programs of this pair are '{}' and '{}'",
                                                rules.roles->dialling, rules.roles->listening)
                                  : fmt::format("expected {}, not \"{}\"", model::kProgram, *end));
    const bool towards = to.has_value() == (*end == seen_from);
    rule.direction = towards ? model::Direction::to_program : model::Direction::from_program;
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

// "0.5%", in parts of a million.
std::uint32_t read_share(const Section& section) {
    std::string text = section.is_text() ? *section.text() : std::string{};
    if (text.ends_with('%')) text.pop_back();
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string digits = text.substr(0, point);
    std::string decimals = point < text.size() ? text.substr(point + 1) : "0";
    const bool fits = !digits.empty() && digits.size() <= 3 && !decimals.empty() && decimals.size() <= 4;
    decimals.resize(4, '0');
    digits += decimals;
    std::uint32_t parts = 0;
    const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), parts);
    if (fits && error == std::errc{} && rest == digits.data() + digits.size() && parts <= kMillion)
        return parts;
    section.problem("expected a chance in percent from 0% to 100%, such as \"2.5%\"");
    return 0;
}

void read_chain(const Section& section, model::LossChain::Model kind, const Place& place,
                std::initializer_list<std::pair<const char*, std::uint32_t>> parameters,
                model::FaultRule& rule) {
    if (!section.is(place)) return;
    rule.chain.model = kind;
    for (const auto& [name, usual] : parameters) {
        const auto given = section.find(name);
        rule.chain.chances.push_back(given ? read_share(*given) : usual);
    }
    if (const auto of = section.find("of")) rule.chain.messages = of->number(2, kMostNumber).value_or(2);
}

void read_bursts(const Section& section, model::FaultRule& rule) {
    using Model = model::LossChain::Model;
    const auto gilbert = section.find("gilbert-elliott");
    const auto markov = section.find("four-state");
    if (gilbert && markov) markov->key_problem("'gilbert-elliott' and 'four-state' exclude each other");
    const auto& chain = gilbert ? gilbert : markov;
    if (!chain) return;
    const std::size_t before = section.problems_so_far();
    if (section.has("n")) chain->key_problem("the bursts say which datagrams; leave 'n' out");
    if (gilbert)
        read_chain(*chain, Model::gilbert_elliott, kGilbertElliott,
                   {{"p", 0}, {"r", 0}, {"1-h", kMillion}, {"1-k", 0}}, rule);
    else
        read_chain(*chain, Model::four_state, kFourState,
                   {{"p13", 0}, {"p31", 0}, {"p32", 0}, {"p23", kMillion}, {"p14", 0}}, rule);
    if (section.problems_so_far() != before || rule.chain.chances.empty()) return;
    const std::vector<std::uint32_t>& parts = rule.chain.chances;
    if (gilbert && (parts[0] == 0 || parts[1] == 0))
        chain->problem("p and r must be more than 0%: a link that stays good, or bad, has no bursts");
    if (!gilbert && (parts[0] == 0 || parts[1] == 0))
        chain->problem("p13 and p31 must be more than 0%: a link that stays good, or bad, has no bursts");
    if (!gilbert && (parts[0] + parts[4] > kMillion || parts[1] + parts[2] > kMillion))
        chain->problem("p13 and p14 together, and p31 and p32 together, are 100% at most");
    if (!gilbert && parts[2] > 0 && parts[3] == 0)
        chain->problem("p23 must be more than 0% when p32 is: a burst would never go on, nor end");
}

std::string read_words(const Section& section, const FaultRules& rules) {
    std::string text = section.text().value_or("");
    check_placeholders(section, text, *rules.placeholders);
    return text;
}

std::string read_content(const Section& section, const FaultRules& rules) {
    std::string text = read_words(section, rules);
    if (section.is_text() && text.empty())
        section.problem("every datagram contains an empty text; leave it out");
    return text;
}

model::Until read_until(const Section& section, const FaultRules& rules) {
    model::Until until;
    if (!section.is(kUntil, names_of(*rules.fields))) return until;
    if (const auto n = section.find("n")) until.number = n->number(1, kMostNumber).value_or(1);
    if (const auto containing = section.find("containing"))
        until.containing = read_content(*containing, rules);
    until.fields = read_wanted_fields(section, *rules.fields);
    if (!until.is_set()) section.problem("expected which datagram ends it, such as '{ n: 5 }'");
    return until;
}

// Which datagrams.
void read_selection(const Section& what, const FaultRules& rules, model::FaultRule& rule) {
    read_direction(what, rules, rule);
    if (const auto n = what.find("n")) rule.numbers = read_numbers(*n, 1, kMostNumber);
    if (const auto index = what.find("index")) {
        rule.indices = read_numbers(*index, 1, kMostNumber);
        if (what.has("n")) index->key_problem("'n' and 'index' exclude each other");
    }
    if (const auto times = what.find("times")) rule.times = times->number(1, kMostNumber).value_or(1);
    if (const auto copy = what.find("copy")) {
        rule.copies = read_numbers(*copy, 1, kMostNumber);
        if (what.has("times")) copy->key_problem("'times' and 'copy' exclude each other");
    }
    if (const auto chance = what.find("chance")) read_chance(*chance, rule);
    if (const auto containing = what.find("containing")) rule.containing = read_content(*containing, rules);
    rule.fields = read_wanted_fields(what, *rules.fields);
    read_bursts(what, rule);
}

// What only some kinds take.
void read_detail(const Section& what, const FaultRules& rules, model::FaultDetail& detail) {
    const auto number = [&](const char* key, std::size_t least, std::size_t most, std::size_t& into) {
        if (const auto found = what.find(key)) into = found->number(least, most).value_or(least);
    };
    number("after", 1, kMostNumber, detail.after);
    number("copies", 2, kMostFaultCopies, detail.copies);
    number("bytes", 1, kMostBytes, detail.bytes);
    number("at", 1, kMostBytes, detail.at);
    number("most", 1, kMostNumber, detail.most);
    number("window", 2, kMostWindow, detail.window);
    number("ms", 1, kMostMs, detail.ms);
    if (const auto before = what.find("before")) detail.before = before->yes_or_no().value_or(false);
    if (const auto text = what.find("text")) detail.text = read_words(*text, rules);
    if (const auto until = what.find("until")) detail.until = read_until(*until, rules);
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void check_words(const Section& what, const FaultWords& kind, const FaultRules& rules,
                 model::Direction direction) {
    for (const Section& entry : what.entries()) {
        const bool is_detail = std::any_of(std::begin(kFaultDetails), std::end(kFaultDetails),
                                           [&](std::string_view detail) { return detail == entry.key(); });
        if (is_detail && !has(kind.takes, entry.key()))
            entry.key_problem(
                kind.takes.empty()
                    ? fmt::format("'{}' takes no words but those that say which datagrams", kind.name)
                    : fmt::format("'{}' takes {}", kind.name, list_of(kind.takes)));
    }
    if (!kind.needs.empty() && std::none_of(kind.needs.begin(), kind.needs.end(),
                                            [&](const std::string& need) { return what.has(need); }))
        what.problem(fmt::format("'{}' needs {}", kind.name, list_of(kind.needs, "or")));
    const std::string whom = rules.roles ? rules.roles->dialling : model::kProgram;
    const std::optional<Section> end = what.has("from") ? what.find("from") : what.find("to");
    if (!end) return;
    if (kind.only_to_program && direction == model::Direction::from_program)
        end->key_problem(fmt::format("'{}' is for what comes to the {}", kind.name, whom));
    if (kind.only_from_program && direction == model::Direction::to_program)
        end->key_problem(fmt::format("'{}' is for what comes from the {}", kind.name, whom));
}

// Words that cannot be meant together.
void check_detail(const Section& what, const model::FaultRule& rule) {
    const model::FaultDetail& detail = rule.detail;
    const int ends = (detail.after > 0) + (detail.ms > 0) + detail.until.is_set();
    if (rule.kind == "delay" && ends > 1) what.problem("'after', 'until' and 'ms' exclude each other");
    if (rule.kind != "reorder") return;
    if (detail.window > 0 && (detail.until.is_set() || !rule.numbers.empty()))
        what.problem("a window takes all datagrams as they come: leave 'n' and 'until' out");
    if (detail.window == 0 && !detail.until.is_set() && rule.numbers.size() == 1)
        what.problem("one datagram cannot change places; give two or more, or 'until'");
}

std::optional<model::FaultRule> read_fault(const Section& section, const FaultRules& rules) {
    const std::vector<Section> entries = section.is_map() ? section.entries() : std::vector<Section>{};
    if (entries.size() != 1) {
        section.problem("expected one fault and what it hits, such as 'drop: { to: program, n: 2 }'");
        return std::nullopt;
    }
    const Section& what = entries.front();
    std::vector<std::string> names;
    const FaultWords* kind = nullptr;
    for (const FaultWords& one : *rules.kinds) {
        names.push_back(one.name);
        if (one.name == what.key()) kind = &one;
    }
    model::FaultRule rule;
    rule.kind = what.key();
    if (kind == nullptr)
        what.key_problem(fmt::format("unknown fault; expected {}", list_of(names, "or")),
                         nearest_name(rule.kind, names));
    if (!what.is(kFault, names_of(*rules.fields))) return std::nullopt;
    read_selection(what, rules, rule);
    if (kind != nullptr) check_words(what, *kind, rules, rule.direction);
    read_detail(what, rules, rule.detail);
    check_detail(what, rule);
    return rule;
}

}  // namespace

std::vector<std::size_t> read_numbers(const Section& section, std::size_t least, std::size_t most) {
    constexpr std::size_t kMostNumbers = 1000;
    std::vector<std::size_t> numbers;
    if (!section.is_list()) {
        if (const auto number = section.number(least, most)) numbers.push_back(*number);
        return numbers;
    }
    const std::vector<Section> items = section.items(kMostNumbers);
    if (items.empty())
        section.problem(
            fmt::format("expected at least one number; leave {} out to hit every datagram", section.key()));
    for (const Section& item : items) {
        const std::optional<std::size_t> number = item.number(least, most);
        if (!number) continue;
        if (std::find(numbers.begin(), numbers.end(), *number) != numbers.end())
            item.problem(fmt::format("{} stands here twice", *number));
        numbers.push_back(*number);
    }
    return numbers;
}

std::vector<model::FaultRule> read_faults(const Section& section, const FaultRules& rules) {
    std::vector<model::FaultRule> faults;
    for (const Section& item : section.items(kMostFaults))
        if (auto fault = read_fault(item, rules)) faults.push_back(std::move(*fault));
    return faults;
}

}  // namespace sockgrade::spec
