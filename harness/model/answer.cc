#include "model/answer.hh"

#include <charconv>
#include <map>

#include "base/placeholder.hh"

namespace sockgrade::model {

namespace {

constexpr std::size_t kMostDigits = 18;  // so that a number of any length costs the same

std::optional<std::size_t> value_at(const Field& field, std::string_view rest) {
    std::size_t digits = 0;
    while (digits < rest.size() && digits <= kMostDigits && rest[digits] >= '0' && rest[digits] <= '9')
        ++digits;
    if (digits == 0 || digits > kMostDigits || !rest.substr(digits).starts_with(field.after))
        return std::nullopt;
    std::size_t value = 0;
    std::from_chars(rest.data(), rest.data() + digits, value);
    return value;
}

}  // namespace

std::optional<std::size_t> value_of(const Field& field, std::string_view datagram) {
    if (!field.anywhere)
        return datagram.starts_with(field.before) ? value_at(field, datagram.substr(field.before.size()))
                                                  : std::nullopt;
    for (std::size_t at = datagram.find(field.before); at != std::string_view::npos;
         at = datagram.find(field.before, at + 1))
        if (const auto value = value_at(field, datagram.substr(at + field.before.size()))) return value;
    return std::nullopt;
}

std::optional<std::string> answer_to(const AnswerEach& how, std::string_view datagram) {
    if (how.with.empty()) return std::string(datagram);
    std::map<std::string, std::string> values;
    for (const Field& field : how.fields) {
        const auto value = value_of(field, datagram);
        if (!value) return std::nullopt;
        values[field.name] = std::to_string(*value);
    }
    return fill_placeholders(how.with, [&](const std::string& name) {
        const auto value = values.find(name);
        return value == values.end() ? std::nullopt : std::optional(value->second);
    });
}

}  // namespace sockgrade::model
