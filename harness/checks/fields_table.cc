#include "checks/fields_table.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hh"

namespace sockgrade::checks {

using formats::Comparison;
using formats::Row;

namespace {

constexpr std::size_t kMostRows = 40;
constexpr std::size_t kMostProblems = 5;
constexpr std::size_t kMostBytesInARow = 8;

std::string hexadecimal(std::string_view bytes) {
    std::string text;
    for (const char c : bytes.substr(0, kMostBytesInARow))
        text += fmt::format("{}{:02x}", text.empty() ? "" : " ", static_cast<unsigned char>(c));
    return bytes.size() > kMostBytesInARow ? text + " ..." : text;
}

std::string bytes_of(const formats::Part& part) {
    if (part.size == 0) return "-";
    if (part.size == 1) return std::to_string(part.at);
    return fmt::format("{}-{}", part.at, part.at + part.size - 1);
}

std::string in_words(const Row& row) {
    const std::string value = fmt::format("{} = {}", row.part.name, formats::shown(row.part.value));
    if (row.is_right) return row.wanted ? value : value + " (any)";
    if (formats::are_long(row.part, *row.wanted))
        return fmt::format("{}, wrong from byte {} on", value,
                           formats::first_difference(row.part, *row.wanted));
    const bool is_number = std::holds_alternative<std::int64_t>(row.part.value.what);
    return fmt::format("{}, should be {}", value, is_number ? *row.wanted : quote(*row.wanted, 60));
}

}  // namespace

std::string table_of(const Comparison& comparison, const std::string& got) {
    std::vector<std::array<std::string, 3>> rows;
    std::array<std::size_t, 2> widths{};
    for (const Row& row : comparison.rows) {
        if (rows.size() == kMostRows) break;
        rows.push_back({bytes_of(row.part),
                        hexadecimal(std::string_view(got).substr(row.part.at, row.part.size)),
                        in_words(row)});
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], rows.back()[i].size());
    }
    std::string text;
    for (const auto& [at, bytes, words] : rows)
        text += fmt::format("\nbytes {:{}}  {:{}}  {}", at, widths[0], bytes, widths[1], words);
    if (comparison.rows.size() > kMostRows)
        text += fmt::format("\nand {} more", comparison.rows.size() - kMostRows);
    return text;
}

std::string problems_and_table(const Comparison& comparison, const std::string& got) {
    std::string text;
    for (std::size_t i = 0; i < std::min(comparison.problems.size(), kMostProblems); ++i)
        text += (text.empty() ? "" : " ") + comparison.problems[i];
    if (comparison.problems.size() > kMostProblems)
        text += fmt::format(" And {} more.", comparison.problems.size() - kMostProblems);
    return text + table_of(comparison, got);
}

}  // namespace sockgrade::checks
