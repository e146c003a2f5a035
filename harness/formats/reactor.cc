#include "formats/reactor.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "formats/fit.hh"
#include "formats/format.hh"
#include "names/expression.hh"
#include "names/template.hh"

namespace sockgrade::formats {

using model::FieldValue;
using model::Message;
using model::Wanted;
using names::Value;

namespace {

const FieldValue* find(const std::vector<FieldValue>& values, const std::string& name) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const FieldValue& one) { return one.name == name; });
    return found == values.end() ? nullptr : &*found;
}

}  // namespace

Reactor::Reactor(const model::Whenever& rules, const std::vector<model::NamedValue>& values)
    : rules_(rules), values_(values), followed_(rules.rules.size()), memory_(rules.remembers) {}

std::optional<Value> Reactor::known(const std::string& name) const {
    for (const auto* list : {&captured_, &memory_, &rules_.known})
        if (const FieldValue* const one = find(*list, name)) return names::captured(one->bytes);
    for (const model::NamedValue& value : values_)
        if (value.name == name)
            return value.is_number ? names::number_or_text(value.text) : Value{value.text};
    return std::nullopt;
}

// For whoever fills in a text: there is nothing that could be left as it is.
Value Reactor::value_of(const std::string& name) const {
    if (auto one = known(name)) return *std::move(one);
    throw names::Mistake(fmt::format("{} stands for nothing", name));
}

std::string Reactor::text_of(const FieldValue& value) const {
    if (value.late.empty()) return value.bytes;
    return names::fill_all(value.late, names::Mode::text,
                           [&](const std::string& name) { return value_of(name); });
}

void Reactor::fill(std::vector<FieldValue>& values) const {
    for (FieldValue& value : values) {
        if (value.captures.empty()) value.bytes = text_of(value);
        for (auto& item : value.items) fill(item);
    }
}

Wanted Reactor::filled(const Wanted& wanted) const {
    Wanted now = wanted;
    if (now.message.formatted) {
        fill(now.message.formatted->values);
    } else if (!now.message.late.empty()) {
        const names::Mode mode = now.is_pattern ? names::Mode::pattern : names::Mode::text;
        now.message.bytes =
            names::fill_all(now.message.late, mode, [&](const std::string& name) { return value_of(name); });
    }
    return now;
}

std::string Reactor::made(const Message& message) const {
    if (message.late.empty()) return message.bytes;
    if (!message.formatted) return text_of(FieldValue{.name = {}, .late = message.late});
    model::Formatted now = *message.formatted;
    fill(now.values);
    return encode(now);
}

bool Reactor::is_used_up(std::size_t rule) const {
    const std::size_t most = rules_.rules.at(rule).at_most;
    return most > 0 && followed_.at(rule) >= most;
}

// All of them change at once.
void Reactor::remember(const model::Rule& rule) {
    std::vector<FieldValue> next = memory_;
    for (const FieldValue& change : rule.now)
        for (FieldValue& one : next)
            if (one.name == change.name) one.bytes = text_of(change);
    memory_ = std::move(next);
}

std::optional<Reactor::Reaction> Reactor::take(std::string_view datagram, bool only_moving) {
    for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
        const model::Rule& rule = rules_.rules[i];
        if ((only_moving && !rule.from_another_port) || is_used_up(i)) continue;
        captured_.clear();
        Reaction reaction{i};
        try {
            const auto captures = fit(filled(rule.gets), datagram);
            if (!captures) continue;
            for (const auto& [name, text] : *captures) captured_.push_back({.name = name, .bytes = text});
            ++followed_[i];
            remember(rule);
            if (rule.replies) reaction.reply = made(*rule.replies);
            reaction.broken = broken();
        } catch (const names::Mistake& mistake) {
            reaction.problem = mistake.what();
        }
        return reaction;
    }
    return std::nullopt;
}

// Throws names::Mistake.
bool Reactor::is_true(const model::Condition& condition) const {
    const Value value = names::Expression::parse(condition.holds).evaluate([&](const std::string& name) {
        return value_of(name);
    });
    const auto* const number = std::get_if<std::int64_t>(&value.what);
    if (number == nullptr)
        throw names::Mistake(fmt::format("{} is {}, and neither holds nor not", quote(condition.holds),
                                         names::kind_of(value)));
    return *number != 0;
}

bool Reactor::holds(const model::Condition& condition) const {
    try {
        return is_true(condition);
    } catch (const names::Mistake&) {
        return false;
    }
}

std::optional<std::size_t> Reactor::broken() const {
    for (std::size_t i = 0; i < rules_.always.size(); ++i)
        if (!is_true(rules_.always[i])) return i;
    return std::nullopt;
}

std::string Reactor::memory_in_words() const {
    std::vector<std::string> all;
    for (const FieldValue& one : memory_) {
        const bool is_number = std::holds_alternative<std::int64_t>(names::number_or_text(one.bytes).what);
        all.push_back(fmt::format("{} = {}", one.name, is_number ? one.bytes : quote(one.bytes, 60)));
    }
    return list_of(all);
}

std::vector<Wanted> Reactor::awaited() const {
    std::vector<Wanted> all;
    for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
        if (is_used_up(i)) continue;
        const model::Rule& rule = rules_.rules[i];
        try {
            all.push_back(filled(rule.gets));
        } catch (const names::Mistake&) {  // what it comes to is told where a datagram meets it
            all.push_back(rule.gets);
        }
    }
    return all;
}

}  // namespace sockgrade::formats
