#include "faults/selection.hh"

#include <algorithm>
#include <charconv>

namespace sockgrade::faults {

namespace {

constexpr std::size_t kMostDigits = 18;  // so that a number of any length costs the same

bool has(const std::vector<std::size_t>& list, std::size_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::optional<std::size_t> value_at(const model::Field& field, std::string_view rest) {
    std::size_t digits = 0;
    while (digits < rest.size() && digits <= kMostDigits && rest[digits] >= '0' && rest[digits] <= '9')
        ++digits;
    if (digits == 0 || digits > kMostDigits || !rest.substr(digits).starts_with(field.after))
        return std::nullopt;
    std::size_t value = 0;
    std::from_chars(rest.data(), rest.data() + digits, value);
    return value;
}

bool fit(const std::vector<model::Field>& fields, std::string_view datagram) {
    return std::all_of(fields.begin(), fields.end(), [&](const model::Field& field) {
        const auto value = value_of(field, datagram);
        return value.has_value() && has(field.values, *value);
    });
}

}  // namespace

std::optional<std::size_t> value_of(const model::Field& field, std::string_view datagram) {
    if (!field.anywhere)
        return datagram.starts_with(field.before) ? value_at(field, datagram.substr(field.before.size()))
                                                  : std::nullopt;
    for (std::size_t at = datagram.find(field.before); at != std::string_view::npos;
         at = datagram.find(field.before, at + 1))
        if (const auto value = value_at(field, datagram.substr(at + field.before.size()))) return value;
    return std::nullopt;
}

bool fits(const model::FaultRule& rule, const Passing& datagram) {
    if (!rule.numbers.empty() && !has(rule.numbers, datagram.number)) return false;
    if (!rule.indices.empty() && !has(rule.indices, datagram.index)) return false;
    if (!rule.containing.empty() && datagram.bytes.find(rule.containing) == std::string::npos) return false;
    return fit(rule.fields, datagram.bytes);
}

bool fits(const model::Until& until, const Passing& datagram) {
    if (!until.is_set()) return false;
    if (until.number != 0 && until.number != datagram.number) return false;
    if (!until.containing.empty() && datagram.bytes.find(until.containing) == std::string::npos) return false;
    return fit(until.fields, datagram.bytes);
}

std::string key_of(const model::FaultRule& rule, const Passing& datagram) {
    if (rule.fields.empty()) return datagram.bytes;
    std::string key;
    for (const model::Field& field : rule.fields)
        key += field.name + '=' + std::to_string(value_of(field, datagram.bytes).value_or(0)) + ' ';
    return key;
}

bool hits_copy(const model::FaultRule& rule, std::size_t occurrence) {
    // A place in the order of arrival is one datagram, whichever copy that is.
    if (!rule.indices.empty() && rule.copies.empty()) return true;
    return rule.copies.empty() ? occurrence <= rule.times : has(rule.copies, occurrence);
}

}  // namespace sockgrade::faults
