#include "spec/read_faults.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "model/address.hh"
#include "spec/check.hh"
#include "spec/read_fields.hh"
#include "spec/read_formats.hh"
#include "spec/read_message.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

constexpr std::uint32_t kMillion = 1'000'000;

// Seen from the program, or from the one of a pair that dials.
void read_direction(const Section& section, const FaultRules& rules, model::FaultRule& rule) {
    const std::optional<Section> to = section.find("to");
    const std::optional<Section> from = section.find("from");
    const std::string seen_from = rules.roles ? rules.roles->dialling : model::kProgram;
    const std::optional<Section>& said = to ? to : from;
    const std::optional<std::string> end = said ? said->text() : std::nullopt;
    if (!end || !said->is_sound()) return;
    const bool is_known = rules.roles ? rules.roles->has(*end) : *end == model::kProgram;
    if (!is_known)
        return said->problem(rules.roles ? fmt::format("the programs of this pair are '{}' and '{}'",
                                                       rules.roles->dialling, rules.roles->listening)
                                         : fmt::format("expected {}, not \"{}\"", model::kProgram, *end));
    const bool towards = to.has_value() == (*end == seen_from);
    rule.direction = towards ? model::Direction::to_program : model::Direction::from_program;
}

std::uint32_t share_at(const Section& section, const char* key, std::uint32_t usual) {
    const auto found = section.find(key);
    return found ? share_of(found->text().value_or("")).value_or(usual) : usual;
}

void read_bursts(const Section& section, model::FaultRule& rule) {
    using Model = model::LossChain::Model;
    const auto gilbert = section.find("gilbert-elliott");
    const auto markov = section.find("four-state");
    const auto& chain = gilbert ? gilbert : markov;
    if (!chain) return;
    if (section.has("n")) chain->key_problem("the bursts say which datagrams; leave 'n' out");
    if (!chain->is_sound()) return;
    rule.chain.model = gilbert ? Model::gilbert_elliott : Model::four_state;
    chain->read("of", rule.chain.messages);
    const auto share = [&](const char* key, std::uint32_t usual) { return share_at(*chain, key, usual); };
    if (gilbert)
        rule.chain.chances = {share("p", 0), share("r", 0), share("1-h", kMillion), share("1-k", 0)};
    else
        rule.chain.chances = {share("p13", 0), share("p31", 0), share("p32", 0), share("p23", kMillion),
                              share("p14", 0)};
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

// What a case has drawn by then may stand in it, and nothing that comes to be known in its steps.
std::optional<model::Formatted> read_format(const Section& section, const FaultRules& rules) {
    if (!section.has("format")) return std::nullopt;
    Scope scope = rules.scope == nullptr ? Scope{} : *rules.scope;
    for (const std::string& name : scope.names()) scope.tell(name);
    return read_fields_said(section, {.most = model::kMostInDatagram, .scope = &scope, .is_awaited = true});
}

model::Until read_until(const Section& section, const FaultRules& rules) {
    model::Until until;
    if (!section.is_map()) return until;
    check_names(section, names_of(*rules.fields));
    section.read("n", until.number);
    if (const auto containing = section.find("containing")) until.containing = read_words(*containing, rules);
    until.fields = read_wanted_fields(section, *rules.fields);
    until.formatted = read_format(section, rules);
    if (section.is_sound() && !until.is_set())
        section.problem("expected which datagram ends it, such as '{ n: 5 }'");
    return until;
}

// Which datagrams.
void read_selection(const Section& what, const FaultRules& rules, model::FaultRule& rule) {
    read_direction(what, rules, rule);
    if (const auto n = what.find("n")) rule.numbers = numbers_in(*n);
    if (const auto index = what.find("index")) rule.indices = numbers_in(*index);
    if (const auto copy = what.find("copy")) rule.copies = numbers_in(*copy);
    what.read("times", rule.times);
    if (const auto chance = what.find("chance"))
        rule.percent = chance_of(chance->text().value_or("")).value_or(100);
    if (const auto containing = what.find("containing")) rule.containing = read_words(*containing, rules);
    rule.fields = read_wanted_fields(what, *rules.fields);
    rule.formatted = read_format(what, rules);
    read_bursts(what, rule);
}

// What only some kinds take.
void read_detail(const Section& what, const FaultRules& rules, model::FaultDetail& detail) {
    what.read("after", detail.after);
    what.read("copies", detail.copies);
    what.read("bytes", detail.bytes);
    what.read("at", detail.at);
    what.read("most", detail.most);
    what.read("window", detail.window);
    what.read("ms", detail.ms);
    what.read("before", detail.before);
    if (const auto text = what.find("text")) detail.text = read_words(*text, rules);
    if (const auto until = what.find("until")) detail.until = read_until(*until, rules);
}

std::vector<std::string> list(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

void check_words(const Section& what, const faults::FaultKind& kind, const FaultRules& rules,
                 model::Direction direction) {
    for (const Section& entry : what.entries()) {
        const language::Key* const row = language::find(language::kFault, entry.key());
        if (row != nullptr && row->is_of_some_kinds() &&
            std::find(kind.takes.begin(), kind.takes.end(), entry.key()) == kind.takes.end())
            entry.key_problem(
                kind.takes.empty()
                    ? fmt::format("'{}' takes no words but those that say which datagrams", kind.name)
                    : fmt::format("'{}' takes {}", kind.name, list_of(list(kind.takes))));
    }
    if (!kind.needs.empty() && std::none_of(kind.needs.begin(), kind.needs.end(),
                                            [&](std::string_view need) { return what.has(need); }))
        what.problem(fmt::format("'{}' needs {}", kind.name, list_of(list(kind.needs), "or")));
    const std::string whom = rules.roles ? rules.roles->dialling : model::kProgram;
    const std::optional<Section> end = what.has("from") ? what.find("from") : what.find("to");
    if (!end) return;
    if (kind.only_to_program && direction == model::Direction::from_program)
        end->key_problem(fmt::format("'{}' is for what comes to the {}", kind.name, whom));
    if (kind.only_from_program && direction == model::Direction::to_program)
        end->key_problem(fmt::format("'{}' is for what comes from the {}", kind.name, whom));
}

std::optional<model::FaultRule> read_fault(const Section& section, const FaultRules& rules) {
    const std::vector<Section> entries = section.is_map() ? section.entries() : std::vector<Section>{};
    if (entries.size() != 1) {
        section.problem("expected one fault and what it hits, such as 'drop: { to: program, n: 2 }'");
        return std::nullopt;
    }
    const Section& what = entries.front();
    std::vector<std::string> names;
    const faults::FaultKind* kind = nullptr;
    for (const faults::FaultKind& one : *rules.kinds) {
        names.emplace_back(one.name);
        if (one.name == what.key()) kind = &one;
    }
    model::FaultRule rule;
    rule.kind = what.key();
    if (kind == nullptr)
        what.key_problem(fmt::format("unknown fault; expected {}", list_of(names, "or")),
                         nearest_name(rule.kind, names));
    check(what);
    if (!what.is_map()) return std::nullopt;
    check_names(what, names_of(*rules.fields));
    read_selection(what, rules, rule);
    if (kind != nullptr) check_words(what, *kind, rules, rule.direction);
    read_detail(what, rules, rule.detail);
    const std::string problem =
        kind == nullptr || kind->problem == nullptr ? std::string{} : kind->problem(rule);
    if (!problem.empty()) what.problem(problem);
    return rule;
}

}  // namespace

std::vector<std::size_t> numbers_in(const Section& section) {
    std::vector<std::size_t> numbers;
    if (const auto number = section.number()) numbers.push_back(*number);
    for (const Section& item : section.items())
        if (const auto number = item.number()) numbers.push_back(*number);
    return numbers;
}

std::vector<model::FaultRule> read_faults(const Section& section, const FaultRules& rules) {
    std::vector<model::FaultRule> faults;
    for (const Section& item : section.items())
        if (auto fault = read_fault(item, rules)) faults.push_back(std::move(*fault));
    return faults;
}

}  // namespace sockgrade::spec
