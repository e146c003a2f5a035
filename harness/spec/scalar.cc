#include "spec/scalar.hh"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "base/placeholder.hh"
#include "base/text.hh"

namespace sockgrade::spec {

namespace {

constexpr std::uint32_t kAll = 1'000'000;

template <typename T, typename... Format>
std::optional<T> all_of(std::string_view text, Format... format) {
    T number{};
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number, format...);
    return error == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

std::string without_percent(std::string text) {
    if (text.ends_with('%')) text.pop_back();
    return text;
}

}  // namespace

std::optional<std::size_t> whole_number_of(const std::string& text) { return all_of<std::size_t>(text); }

std::optional<std::int64_t> integer_of(const std::string& text) { return all_of<std::int64_t>(text); }

std::optional<double> decimal_of(const std::string& text) {
    const auto number = all_of<double>(text, std::chars_format::fixed);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<std::chrono::milliseconds> seconds_of(const std::string& text) {
    constexpr double kLeast = 0.1;
    constexpr double kMost = 60;
    const auto number = decimal_of(text);
    if (!number || *number < kLeast || *number > kMost) return std::nullopt;
    return std::chrono::milliseconds(std::llround(*number * 1000));
}

std::optional<unsigned> chance_of(const std::string& text) {
    const std::string digits = without_percent(text);
    const auto number = all_of<unsigned>(digits);
    return number && *number >= 1 && *number <= 100 && digits.front() != '0' ? number : std::nullopt;
}

std::optional<std::uint32_t> share_of(const std::string& text) {
    const std::string number = without_percent(text);
    const std::size_t point = std::min(number.find('.'), number.size());
    std::string decimals = point < number.size() ? number.substr(point + 1) : "0";
    if (point == 0 || point > 3 || decimals.empty() || decimals.size() > 4) return std::nullopt;
    decimals.resize(4, '0');
    const auto parts = all_of<std::uint32_t>(number.substr(0, point) + decimals);
    return parts && *parts <= kAll ? parts : std::nullopt;
}

std::optional<std::string> hexadecimal_of(const std::string& text) {
    std::string digits = to_lower(text);
    std::erase(digits, ' ');
    if (digits.empty() || digits.size() % 2 != 0 ||
        digits.find_first_not_of("0123456789abcdef") != std::string::npos)
        return std::nullopt;
    std::string spaced;
    for (std::size_t i = 0; i < digits.size(); i += 2) spaced += (i > 0 ? " " : "") + digits.substr(i, 2);
    return spaced;
}

std::optional<std::string> name_in_braces(const std::string& text) {
    const std::vector<Placeholder> names = placeholders_in(text);
    if (names.size() != 1 || names.front().size != text.size()) return std::nullopt;
    return names.front().name;
}

bool stays_inside(const std::string& path) {
    const bool leaves = path == ".." || path.starts_with("../") || path.ends_with("/..") ||
                        path.find("/../") != std::string::npos;
    return !path.empty() && path.front() != '/' && !leaves && path.find('\0') == std::string::npos;
}

}  // namespace sockgrade::spec
