#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "formats/format.hh"

namespace sockgrade::formats {

using model::FieldValue;
using model::FormatField;

namespace {

std::string in_words(const std::vector<FormatField>& fields, const std::vector<FieldValue>& values,
                     std::size_t most);

// "block 1", "any block (called {number} from here on)", "parts (text \"www\"), (text \"\")"
std::string in_words(const FormatField& field, const FieldValue& value, std::size_t most) {
    if (!value.captures.empty())
        return fmt::format("any {} (called {{{}}} from here on)", value.name, value.captures);
    if (field.kind == FormatField::Kind::group) {
        std::vector<std::string> items;
        for (const auto& item : value.items) items.push_back('(' + in_words(field.fields, item, most) + ')');
        return fmt::format("{} {}", value.name,
                           items.empty() ? "never" : fmt::format("{}", fmt::join(items, ", ")));
    }
    const std::string& text = value.bytes.empty() ? value.text : value.bytes;
    return fmt::format("{} {}", value.name, model::is_number(field) ? escape(text) : quote(text, most));
}

std::string in_words(const std::vector<FormatField>& fields, const std::vector<FieldValue>& values,
                     std::size_t most) {
    std::vector<std::string> all;
    for (const FieldValue& value : values) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const FormatField& one) { return one.name == value.name; });
        if (field != fields.end()) all.push_back(in_words(*field, value, most));
    }
    return all.empty() ? "anything" : fmt::format("{}", fmt::join(all, ", "));
}

}  // namespace

std::string in_words(const model::Formatted& message, std::size_t most) {
    if (message.values.empty()) return fmt::format("of the format '{}'", message.name);
    return fmt::format("of the format '{}' with {}", message.name,
                       in_words(message.fields, message.values, most));
}

}  // namespace sockgrade::formats
