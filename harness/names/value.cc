#include "names/value.hh"

#include <charconv>

namespace sockgrade::names {

std::string kind_of(const Value& value) {
    if (std::holds_alternative<std::int64_t>(value.what)) return "a number";
    return std::holds_alternative<std::string>(value.what) ? "a text" : "a list";
}

std::string as_text(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value.what)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value.what)) return *text;
    throw Mistake("a list is no text; join(list, \" \") makes one of it");
}

Value number_or_text(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    // 007 and -0 are texts: as numbers they would look otherwise.
    return is_number && std::to_string(number) == text ? Value{number} : Value{text};
}

Value captured(const std::string& text) {
    Value value = number_or_text(text);
    if (std::holds_alternative<std::int64_t>(value.what)) value.digits = text;
    return value;
}

const std::string* text_in(const Value& value) {
    if (!value.digits.empty()) return &value.digits;
    return std::get_if<std::string>(&value.what);
}

bool operator==(const Value& one, const Value& other) {
    if (one.what == other.what) return true;
    const std::string* const text = text_in(one);
    const std::string* const other_text = text_in(other);
    return text != nullptr && other_text != nullptr && *text == *other_text;
}

}  // namespace sockgrade::names
