#include "spec/read_whenever.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/pattern.hh"
#include "base/text.hh"
#include "names/template.hh"
#include "spec/unused_captures.hh"

namespace sockgrade::spec {

namespace {

using model::FieldValue;

constexpr const char* kNameRule =
    "a name has lower-case letters, digits and underscores, begins with a letter, and is no word that stands "
    "for "
    "something else";

// "= a + 1" is the same as "{= a + 1}".
std::string as_template(const std::string& text) { return text.starts_with('=') ? "{" + text + "}" : text; }

FieldValue read_value(const Section& entry, const MessageRules& rules) {
    FieldValue value;
    value.name = entry.key();
    if (!entry.is_text()) {
        entry.problem("expected a text, a number, or '= ' and an expression");
        return value;
    }
    value.text = as_template(entry.text().value_or(""));
    check_text(entry, value.text, rules);
    return value;
}

std::vector<Section> entries_of(const std::optional<Section>& map) {
    return map && map->is_map() ? map->entries() : std::vector<Section>{};
}

std::vector<FieldValue> read_remembers(const Section& section, const MessageRules& rules) {
    std::vector<FieldValue> remembers;
    for (const Section& entry : entries_of(section.find("remembers"))) {
        if (!is_value_name(entry.key()))
            entry.key_problem(kNameRule);
        else if (rules.scope->is_known(entry.key()))
            entry.key_problem(fmt::format("'{}' stands for something already", entry.key()));
        remembers.push_back(read_value(entry, rules));
    }
    // One does not begin with another.
    for (const FieldValue& one : remembers) rules.scope->add(one.name, {{}, 0, true});
    return remembers;
}

std::vector<FieldValue> read_changes(const Section& rule, const std::vector<FieldValue>& remembers,
                                     const MessageRules& rules) {
    std::vector<FieldValue> changes;
    std::vector<std::string> names;
    for (const FieldValue& one : remembers) names.push_back(one.name);
    for (const Section& entry : entries_of(rule.find("now"))) {
        if (names.empty())
            entry.key_problem(
                "this peer remembers nothing: say with what it begins, as in 'remembers: { next: 0 }'");
        else if (std::find(names.begin(), names.end(), entry.key()) == names.end())
            entry.key_problem(
                fmt::format("this peer does not remember that; expected {}", list_of(names, "or")),
                nearest_name(entry.key(), names));
        changes.push_back(read_value(entry, rules));
    }
    return changes;
}

model::Rule read_rule(const Section& section, const std::vector<FieldValue>& remembers, MessageRules rules) {
    model::Rule rule;
    std::set<std::string> captured;
    MessageRules awaited = rules;
    awaited.is_awaited = true;
    if (const auto gets = section.find("gets")) rule.gets = read_wanted(*gets, awaited, captured);
    for (const std::string& name : captured) rules.scope->add(name, {{}, 0, true});
    rule.now = read_changes(section, remembers, rules);
    if (const auto replies = section.find("replies")) rule.replies = read_message(*replies, rules);
    rule.from_another_port = section.has("from");
    section.read("at_most", rule.at_most);
    // What a rule takes out of a datagram is known in that rule.
    refuse_unused_captures(*rules.scope, captured);
    for (const std::string& name : captured) rules.scope->leave_rule(name, section.line());
    return rule;
}

// Over what is remembered, and what is the same in the whole case.
std::vector<model::Condition> read_conditions(const Section& section, const char* key,
                                              const MessageRules& rules) {
    std::vector<model::Condition> conditions;
    const auto list = section.find(key);
    if (!list || !list->is_list()) return conditions;
    for (const Section& item : list->items()) {
        model::Condition& one = conditions.emplace_back();
        item.read("holds", one.holds);
        item.read("called", one.called);
        if (const auto holds = item.find("holds"); holds && holds->text())
            check_text(*holds, "{= " + one.holds + "}", rules);
    }
    return conditions;
}

bool asks_no_more(const std::vector<FieldValue>& general, const std::vector<FieldValue>& special) {
    return std::all_of(general.begin(), general.end(), [&](const FieldValue& one) {
        return !one.captures.empty() || std::find(special.begin(), special.end(), one) != special.end();
    });
}

// Of a pattern that needs no name. What another pattern fits, nobody can say.
bool pattern_takes_all_of(const std::string& pattern, const model::Wanted& special) {
    if (!names::names_in(pattern, names::Mode::pattern).empty()) return false;
    if (pattern == "(?s).*") return true;
    const model::Message& text = special.message;
    const bool is_as_it_stands =
        !special.is_pattern && text.form == model::Message::Form::text && names::names_in(text.text).empty();
    return is_as_it_stands && captures(pattern, text.text).has_value();
}

// Does whatever fits `special` fit `general` too?
bool takes_all_of(const model::Wanted& general, const model::Wanted& special) {
    if (general.is_pattern && pattern_takes_all_of(general.message.text, special)) return true;
    if (!general.message.formatted || !special.message.formatted) return general == special;
    return general.message.formatted->name == special.message.formatted->name &&
           asks_no_more(general.message.formatted->values, special.message.formatted->values);
}

// The first that fits counts. Where the peer was asked first only rules count that go to another port.
void refuse_unreachable(const std::vector<Section>& sections, const std::vector<model::Rule>& rules) {
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (std::size_t before = 0; before < i; ++before) {
            const model::Rule& one = rules[before];
            const bool goes_elsewhere = rules[i].from_another_port && !one.from_another_port;
            if (one.at_most > 0 || goes_elsewhere || !takes_all_of(one.gets, rules[i].gets)) continue;
            sections[i].problem(
                fmt::format("this rule is never reached: whatever fits it fits the one in line {} before it",
                            sections[before].line()));
            break;
        }
}

}  // namespace

model::Whenever read_whenever(const Section& section, const MessageRules& rules) {
    model::Whenever whenever;
    whenever.remembers = read_remembers(section, rules);
    rules.scope->begin_rules();
    const Section list = *section.find("whenever");
    if (list.is_list())
        for (const Section& item : list.items())
            whenever.rules.push_back(read_rule(item, whenever.remembers, rules));
    if (section.is_sound()) refuse_unreachable(list.items(), whenever.rules);
    MessageRules awaited = rules;
    awaited.is_awaited = true;
    whenever.always = read_conditions(section, "always", awaited);
    whenever.at_the_end = read_conditions(section, "at_the_end", awaited);
    rules.scope->end_rules();
    for (const FieldValue& one : whenever.remembers) rules.scope->remove(one.name);
    return whenever;
}

}  // namespace sockgrade::spec
