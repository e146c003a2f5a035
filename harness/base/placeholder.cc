#include "base/placeholder.hh"

#include <algorithm>

namespace sockgrade {

namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_name_character(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool is_inner_dot(std::string_view text, std::size_t at) {
    return text[at] == '.' && is_name_character(text[at - 1]) && at + 1 < text.size() &&
           is_name_character(text[at + 1]);
}

}  // namespace

std::vector<Placeholder> placeholders_in(std::string_view text) {
    std::vector<Placeholder> found;
    std::size_t at = text.find('{');
    while (at != std::string_view::npos) {
        std::size_t end = at + 1;
        while (end < text.size() && (is_name_character(text[end]) || is_inner_dot(text, end))) ++end;
        const std::string_view name = text.substr(at + 1, end - at - 1);
        if (!name.empty() && is_letter(name.front()) && end < text.size() && text[end] == '}')
            found.push_back({std::string(name), at, end + 1 - at});
        at = text.find('{', end);
    }
    return found;
}

bool has_placeholder(std::string_view text, std::string_view name) {
    const std::vector<Placeholder> found = placeholders_in(text);
    return std::any_of(found.begin(), found.end(), [&](const Placeholder& one) { return one.name == name; });
}

std::string fill_placeholders(
    std::string_view text,
    const std::function<std::optional<std::string>(const std::string& name)>& value_of) {
    std::string out;
    std::size_t done = 0;
    for (const Placeholder& one : placeholders_in(text)) {
        out += text.substr(done, one.at - done);
        const std::optional<std::string> value = value_of(one.name);
        out += value ? std::string_view(*value) : text.substr(one.at, one.size);
        done = one.at + one.size;
    }
    out += text.substr(done);
    return out;
}

}  // namespace sockgrade
