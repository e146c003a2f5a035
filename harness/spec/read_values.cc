#include "spec/read_values.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "spec/check.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

using model::ValueRule;

constexpr std::size_t kLongestNumber = 20;

void read_number(const Section& section, ValueRule& rule) {
    const std::vector<Section> items = section.items();
    if (items.size() != 2 || !section.is_sound()) return;
    rule.least = integer_of(*items[0].text()).value_or(0);
    rule.most = integer_of(*items[1].text()).value_or(0);
    if (rule.least > rule.most) section.problem("expected the smaller number first");
}

void read_drawn(const Section& section, ValueRule& rule) {
    using Kind = ValueRule::Kind;
    const std::string_view form = section.form();
    rule.kind = form == "number"  ? Kind::number
                : form == "word"  ? Kind::word
                : form == "words" ? Kind::words
                : form == "bytes" ? Kind::bytes
                                  : Kind::one_of;
    const std::optional<Section> what = section.find(form);
    if (!what) return;
    if (rule.kind == Kind::number) return read_number(*what, rule);
    rule.size = what->number().value_or(0);
    for (const Section& item : what->items()) rule.choices.push_back(item.text().value_or(""));
}

// The names in it, which have to be known by now.
void read_made(const Section& section, const Scope& scope, ValueRule& rule) {
    rule.text = section.text().value_or("");
    rule.kind = ValueRule::Kind::text;
    if (rule.text.starts_with("=")) {
        rule.kind = ValueRule::Kind::computed;
        rule.text.erase(0, 1);
    }
    try {
        const std::vector<std::string> names = rule.kind == ValueRule::Kind::text
                                                   ? names::names_in(rule.text)
                                                   : names::Expression::parse(rule.text).names();
        for (const std::string& name : names) {
            if (name == "word" || name == "pangram")
                section.problem(
                    fmt::format("{{{}}} is another one each time; a value that stays is drawn with "
                                "{{ word: 8 }} or {{ words: 40 }}",
                                name));
            else if (!scope.is_known(name))
                scope.refuse(section, name);
        }
    } catch (const names::Mistake& mistake) {
        section.problem(mistake.what(), mistake.suggestion());
    }
}

KnownName known_of(const ValueRule& rule, const Scope& scope) {
    using Kind = ValueRule::Kind;
    KnownName known;
    switch (rule.kind) {
        case Kind::number:
            known.longest = kLongestNumber;
            break;
        case Kind::one_of:
            for (const std::string& choice : rule.choices)
                known.longest = std::max(known.longest, choice.size());
            break;
        case Kind::word:
        case Kind::words:
        case Kind::bytes:
            known.longest = rule.size;
            break;
        case Kind::text:
        case Kind::computed: {
            const auto names = rule.kind == Kind::text ? names::names_in(rule.text)
                                                       : names::Expression::parse(rule.text).names();
            for (const std::string& name : names)
                if (const KnownName* const used = scope.find(name))
                    known.drawn.insert(used->drawn.begin(), used->drawn.end());
            return known;
        }
    }
    known.drawn.insert(rule.name);
    return known;
}

}  // namespace

std::vector<ValueRule> read_values(const Section& section, Scope& scope) {
    std::vector<ValueRule> values;
    const std::vector<Section> entries = section.is_map() ? section.entries() : std::vector<Section>{};
    if (entries.empty() || entries.size() > language::kMostValues) {
        section.problem(fmt::format("expected 1 to {} values, such as '{{ a: {{ number: [2, 999] }} }}'",
                                    language::kMostValues));
        return values;
    }
    for (const Section& entry : entries) {
        if (!is_value_name(entry.key())) {
            entry.key_problem(
                fmt::format("a value's name has lower-case letters, digits and underscores, begins with a "
                            "letter, and is not {}",
                            list_of(reserved_names(), "or")));
            continue;
        }
        if (scope.is_known(entry.key())) {
            entry.key_problem(fmt::format("'{}' stands for something already", entry.key()));
            continue;
        }
        check(entry);
        ValueRule rule;
        rule.name = entry.key();
        if (entry.is_map())
            read_drawn(entry, rule);
        else if (entry.is_text())
            read_made(entry, scope, rule);
        // What is wrong in itself is known all the same: whoever uses it makes no second mistake.
        scope.add(rule.name, entry.is_sound() ? known_of(rule, scope) : KnownName{});
        if (entry.is_sound()) values.push_back(std::move(rule));
    }
    return values;
}

void know(const std::vector<ValueRule>& values, Scope& scope) {
    for (const ValueRule& rule : values) scope.add(rule.name, known_of(rule, scope));
}

}  // namespace sockgrade::spec
