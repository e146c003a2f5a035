#include "record/reader.hh"

#include <fmt/format.h>

#include "record/old_waits.hh"

namespace sockgrade::record {

std::string Where::to_string() const {
    std::string text = outer ? outer->to_string() : "";
    if (index) return text + fmt::format("[{}]", *index);
    if (!text.empty()) text += '.';
    text += key;
    return text;
}

void Where::fail(const std::string& message) const {
    const std::string place = to_string();
    throw UsageError(place.empty() ? message : place + ": " + message);
}

const Reader::Value& Reader::member(const char* key) {
    known_.emplace_back(key);
    const auto found = object_.find(key);
    if (found == object_.end()) where_.fail(fmt::format("\"{}\" is missing", key));
    return *found;
}

const char* Reader::kind_of(const Value& value) {
    if (value.is_object()) return "an object";
    if (value.is_array()) return "a list";
    if (value.is_string()) return "a text";
    if (value.is_number()) return "a number";
    if (value.is_boolean()) return "true or false";
    return "null";
}

// A key that nobody reads is a mistake: judged without it, a transcript could mean something else.
void Reader::refuse_others() const {
    if (object_.size() == known_.size()) return;
    for (const auto& [key, value] : object_.items())
        if (std::find(known_.begin(), known_.end(), key) == known_.end())
            where_.fail(fmt::format("{} is not known here", quote(key, 60)));
}

void Reader::read(const Value& value, const Where& where, std::string& into) {
    std::optional<std::string> bytes = bytes_from_value(value);
    if (!bytes)
        where.fail(fmt::format("a text or {{\"base64\": \"...\"}} was expected, not {}", kind_of(value)));
    into = std::move(*bytes);
}

void Reader::read(const Value& value, const Where& where, bool& into) {
    if (!value.is_boolean()) where.fail(fmt::format("true or false was expected, not {}", kind_of(value)));
    into = value.get<bool>();
}

void Reader::read(const Value& value, const Where& where, std::chrono::milliseconds& into) {
    std::chrono::milliseconds::rep count = 0;
    read(value, where, count);
    into = std::chrono::milliseconds(count);
}

void Reader::read(const Value& value, const Where& where, model::Waits& into) {
    if (!value.is_string()) return read<model::Wait>(value, where, into);
    const auto waits = waits_of_sentence(value.get_ref<const std::string&>());
    if (!waits)
        where.fail(fmt::format("{} does not say what was waited in",
                               quote(value.get_ref<const std::string&>(), 60)));
    into = *waits;
}

}  // namespace sockgrade::record
