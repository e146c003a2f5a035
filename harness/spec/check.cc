#include "spec/check.hh"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/date_time.hh"
#include "base/pattern.hh"
#include "base/placeholder.hh"
#include "base/text.hh"
#include "spec/context.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

using language::Form;
using language::Key;
using language::Place;
using language::Type;

namespace {

using Names = std::vector<std::string>;

// A longer one would hide the message that it stands in.
constexpr std::size_t kShortExample = 60;

std::string shown(std::string_view text) { return quote(text, 60); }

Names words_of(std::span<const language::Word> words) {
    Names names;
    for (const language::Word& word : words) names.emplace_back(word.name);
    return names;
}

Names keys_of(const Place& place) {
    Names keys;
    for (const Key& key : place.keys) keys.emplace_back(key.name);
    return keys;
}

Names telling_keys_of(const Type& type) {
    Names keys;
    for (const Place* const place : type.maps)
        for (const std::string_view key : telling_keys(*place)) keys.emplace_back(key);
    return keys;
}

// --- What may stand somewhere, in words.

std::string form_in_words(const Type& type) {
    switch (type.form) {
        case Form::number:
            return fmt::format("a whole number from {} to {}", type.least, type.most);
        case Form::integer:
            return "a whole number";
        case Form::decimal:
            return "a number";
        case Form::seconds:
            return "a number of seconds";
        case Form::yes_or_no:
            return "true or false";
        default:
            return "text";
    }
}

bool takes_text(const Type& type) { return type.form != Form::none || !type.words.empty(); }

Names texts_in_words(const Type& type) {
    Names expected = words_of(type.words);
    if (type.form != Form::none) expected.insert(expected.begin(), form_in_words(type));
    return expected;
}

std::string map_in_words(const Type& type) {
    const Place& first = *type.maps.front();
    const bool is_one = type.maps.size() == 1 && !first.keys.front().is_one_of_these();
    return "a map with " + (is_one ? list_of(keys_of(first)) : list_of(telling_keys_of(type), "or"));
}

// `most_telling`: the first of the ways alone.
std::string in_words(const Type& type, bool most_telling) {
    Names ways;
    if (takes_text(type)) ways = texts_in_words(type);
    if (type.item != nullptr && (ways.empty() || !most_telling)) ways.emplace_back("a list");
    if (!type.maps.empty() && (ways.empty() || !most_telling)) ways.push_back(map_in_words(type));
    return list_of(ways, "or");
}

void wrong_kind(const Section& section) {
    switch (section.value().kind) {
        case Value::Kind::nothing:
            return section.problem(
                fmt::format("expected {}, but nothing stands here", in_words(section.type(), true)));
        case Value::Kind::text:
            return section.problem(fmt::format("expected {}, not {}", in_words(section.type(), false),
                                               shown(section.value().text)));
        case Value::Kind::list:
            return section.problem(fmt::format("expected {}, not a list", in_words(section.type(), false)));
        case Value::Kind::map:
            return section.problem(
                fmt::format("expected {}, not a map of keys", in_words(section.type(), false)));
    }
}

// --- Texts.

// What is wrong with it; empty when nothing is.
std::string problem_with(const std::string& text, const Type& type) {
    const auto number = whole_number_of(text);
    const bool is_in_range = number && *number >= type.least && *number <= type.most;
    switch (type.form) {
        case Form::text:
            return {};
        case Form::filled:
            return !text.empty() ? "" : "expected text, but it is empty; leave it out";
        case Form::marked:
            return placeholders_in(text).size() == 1
                       ? ""
                       : "expected the place of the number, once, as in \"ACK {seq}\"";
        case Form::sentence:
            return text.find_first_not_of(" \t\n") != std::string::npos
                       ? ""
                       : "expected a sentence, but it is empty";
        case Form::name:
            return is_name(text)
                       ? ""
                       : "an id has lower-case letters, digits and dashes, and begins with a letter";
        case Form::moment:
            return read_date_time(text) ? ""
                                        : "expected a day and a time, such as 2026-03-12 23:59, with a zone "
                                          "if you like: 2026-03-12 23:59 +01:00";
        case Form::path:
            return stays_inside(text) ? "" : "expected a path relative to the spec, inside its folder";
        case Form::exercise:
            return is_name(text) || text.ends_with(".yaml") || text.ends_with(".yml")
                       ? ""
                       : "expected an exercise's id (see `sockgrade list`) or a spec's file that ends in "
                         ".yaml";
        case Form::chance:
            return chance_of(text) ? "" : "expected a chance in percent from 1% to 100%, such as \"30%\"";
        case Form::share:
            return share_of(text) ? "" : "expected a chance in percent from 0% to 100%, such as \"2.5%\"";
        case Form::size:
            if (is_in_range || name_in_braces(text)) return {};
            return fmt::format(
                "expected a number of bytes from {} to {} or the name of one in vary, such as \"{{size}}\", "
                "not {}",
                type.least, type.most, shown(text));
        case Form::hexadecimal:
            if (text.find_first_not_of("0123456789abcdefABCDEF ") != std::string::npos)
                return fmt::format("expected bytes in hexadecimal such as \"00 ff\", or all, not {}",
                                   shown(text));
            return hexadecimal_of(text) ? ""
                                        : "expected two hexadecimal digits for each byte, such as \"00 ff\"";
        case Form::pattern: {
            if (text.empty()) return "expected a regular expression";
            const std::string error = pattern_error(text);
            return error.empty() ? "" : "this is no regular expression (RE2): " + error;
        }
        case Form::number:
            if (is_in_range) return {};
            break;
        case Form::integer:
            if (integer_of(text)) return {};
            break;
        case Form::decimal:
            if (decimal_of(text)) return {};
            break;
        case Form::seconds:
            return seconds_of(text) ? ""
                                    : fmt::format("expected from 0.1 to 60 seconds, not {}", shown(text));
        case Form::yes_or_no:
            if (text == "true" || text == "false") return {};
            break;
        case Form::none:
            break;
    }
    return fmt::format("expected {}, not {}", list_of(texts_in_words(type), "or"), shown(text));
}

void check_text(const Section& section) {
    const Type& type = section.type();
    const std::string& text = section.value().text;
    if (section.word() != nullptr) return;
    if (type.form != Form::none || type.maps.empty()) {
        if (const std::string problem = problem_with(text, type); !problem.empty())
            section.problem(problem, nearest_name(text, words_of(type.words)));
        return;
    }
    // A step: a word that stands alone, or one that is the key of a map.
    Names expected = words_of(type.words);
    for (const std::string& key : telling_keys_of(type)) {
        if (key == text)
            return section.problem(fmt::format("'{}' needs to say what: write '{}: ...'", text, text));
        expected.push_back(key + ": ...");
    }
    section.problem(fmt::format("expected {}, not {}", list_of(expected, "or"), shown(text)),
                    nearest_name(text, words_of(type.words)));
}

// --- Lists.

void check_list(const Section& section) {
    const Type& type = section.type();
    const std::size_t size = section.value().items.size();
    if (size > type.longest)
        return section.problem(fmt::format("a list of {}; at most {} are possible", size, type.longest));
    if (size < type.fewest)
        section.problem(type.fewest == 1
                            ? fmt::format("expected at least one {}", type.noun)
                            : fmt::format("expected at least {}", count_of(type.fewest, type.noun)));
    std::set<std::string> texts;
    for (const Section& item : section.items()) {
        check(item);
        if (type.is_distinct && item.is_text() && !texts.insert(item.value().text).second)
            item.problem(fmt::format("{} stands here twice", shown(item.value().text)));
    }
}

// --- Maps.

void check_repeated(const Section& map) {
    std::map<std::string, int> first_lines;
    for (const Section& entry : map.entries())
        if (const auto [first, is_new] = first_lines.emplace(entry.key(), entry.line()); !is_new)
            entry.key_problem(fmt::format("this key stands here twice, first in line {}", first->second));
}

void check_known(const Section& map, const Names& known) {
    for (const Section& entry : map.entries())
        if (std::find(known.begin(), known.end(), entry.key()) == known.end())
            entry.key_problem(fmt::format("unknown key; expected {}", list_of(known, "or")),
                              nearest_name(entry.key(), known));
}

void exclude_each_other(const Section& map, std::string_view one, std::string_view other) {
    map.find(other)->key_problem(fmt::format("'{}' and '{}' exclude each other", one, other));
}

// Of the keys that say that exactly one of them has to be there.
void check_one_of(const Section& map, const Place& place) {
    Names possible;
    Names found;
    for (const Key& key : place.keys) {
        if (!key.is_one_of_these()) continue;
        possible.emplace_back(key.name);
        if (map.has(key.name)) found.emplace_back(key.name);
    }
    if (found.size() > 1) exclude_each_other(map, found[0], found[1]);
    if (possible.empty() || !found.empty()) return;
    const auto first = std::find_if(place.keys.begin(), place.keys.end(),
                                    [](const Key& key) { return key.is_one_of_these(); });
    const std::string_view example = first->example.substr(first->example.starts_with("- ") ? 2 : 0);
    map.problem(fmt::format("expected one of {}", list_of(possible)) +
                (example.size() <= kShortExample ? fmt::format(", as in '{}'", example) : ""));
}

void check_keys(const Section& map, const Place& place) {
    check_repeated(map);
    if (place.named == nullptr) check_known(map, keys_of(place));
    for (const Key& key : place.keys) {
        if (!map.has(key.name)) {
            if (key.is_required()) map.problem(fmt::format("'{}' is missing", key.name));
            continue;
        }
        if (!key.not_with.empty() && map.has(key.not_with)) exclude_each_other(map, key.not_with, key.name);
        if (!key.only_with.empty() && !map.has(key.only_with))
            map.find(key.name)->key_problem(fmt::format("{} belongs to '{}'", key.name, key.only_with));
        check(*map.find(key.name));
    }
    check_one_of(map, place);
}

void check_map(const Section& map) {
    const Place* const place = map.place();
    if (place == nullptr) {
        const Names known = telling_keys_of(map.type());
        if (map.value().entries.empty()) map.problem(fmt::format("expected {}", list_of(known, "or")));
        check_repeated(map);
        return check_known(map, known);
    }
    for (const Place* const other : map.type().maps)
        for (const std::string_view key : telling_keys(*other))
            if (other != place && map.has(key)) return exclude_each_other(map, map.form(), key);
    check_keys(map, *place);
}

bool is_read_by_hand(const Type& type) { return type.maps.size() == 1 && type.maps.front()->is_read_by_hand; }

}  // namespace

void check(const Section& section) {
    const Type& type = section.type();
    if (is_read_by_hand(type)) return;
    if (section.is_text() && takes_text(type)) return check_text(section);
    if (section.is_list() && type.item != nullptr) return check_list(section);
    if (section.is_map() && !type.maps.empty()) return check_map(section);
    wrong_kind(section);
}

void check_names(const Section& map, const Names& names) {
    const Place& place = *map.place();
    Names known = keys_of(place);
    known.insert(known.end(), names.begin(), names.end());
    check_known(map, known);
    for (const std::string& name : names)
        if (const auto found = map.find(name)) check(*found);
}

}  // namespace sockgrade::spec
