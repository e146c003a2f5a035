#include "faults/selection.hh"

#include <algorithm>

#include "formats/format.hh"
#include "model/answer.hh"

namespace sockgrade::faults {

namespace {

bool has(const std::vector<std::size_t>& list, std::size_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool fit(const std::vector<model::Field>& fields, const std::optional<model::Formatted>& formatted,
         std::string_view datagram) {
    if (formatted && !formats::compare(*formatted, datagram).fits()) return false;
    return std::all_of(fields.begin(), fields.end(), [&](const model::Field& field) {
        const auto value = model::value_of(field, datagram);
        return value.has_value() && has(field.values, *value);
    });
}

}  // namespace

bool fits(const model::FaultRule& rule, const Passing& datagram) {
    if (!rule.numbers.empty() && !has(rule.numbers, datagram.number)) return false;
    if (!rule.indices.empty() && !has(rule.indices, datagram.index)) return false;
    if (!rule.containing.empty() && datagram.bytes.find(rule.containing) == std::string::npos) return false;
    return fit(rule.fields, rule.formatted, datagram.bytes);
}

bool fits(const model::Until& until, const Passing& datagram) {
    if (!until.is_set()) return false;
    if (until.number != 0 && until.number != datagram.number) return false;
    if (!until.containing.empty() && datagram.bytes.find(until.containing) == std::string::npos) return false;
    return fit(until.fields, until.formatted, datagram.bytes);
}

bool tells_copies_by_fields(const model::FaultRule& rule) {
    return !rule.fields.empty() || (rule.formatted && !rule.formatted->values.empty());
}

std::string key_of(const model::FaultRule& rule, const Passing& datagram) {
    if (!tells_copies_by_fields(rule)) return datagram.bytes;
    // What a message of a format says is the same in all that the rule hits.
    std::string key;
    for (const model::Field& field : rule.fields)
        key += field.name + '=' + std::to_string(model::value_of(field, datagram.bytes).value_or(0)) + ' ';
    return key;
}

bool hits_copy(const model::FaultRule& rule, std::size_t occurrence) {
    // A place in the order of arrival is one datagram, whichever copy that is.
    if (!rule.indices.empty() && rule.copies.empty()) return true;
    return rule.copies.empty() ? occurrence <= rule.times : has(rule.copies, occurrence);
}

}  // namespace sockgrade::faults
