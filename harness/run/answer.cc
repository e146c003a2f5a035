#include "run/answer.hh"

#include <map>

#include "base/placeholder.hh"
#include "faults/selection.hh"

namespace sockgrade::run {

std::optional<std::string> answer_to(const model::AnswerEach& how, std::string_view datagram) {
    if (how.with.empty()) return std::string(datagram);
    std::map<std::string, std::string> values;
    for (const model::Field& field : how.fields) {
        const auto value = faults::value_of(field, datagram);
        if (!value) return std::nullopt;
        values[field.name] = std::to_string(*value);
    }
    return fill_placeholders(how.with, [&](const std::string& name) {
        const auto value = values.find(name);
        return value == values.end() ? std::nullopt : std::optional(value->second);
    });
}

}  // namespace sockgrade::run
