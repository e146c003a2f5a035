#include "reports/text_difference.hh"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "base/columns.hh"

namespace sockgrade::reports {

namespace {

// Rows of a long text that are shown before and after the one where the two part.
constexpr std::size_t kRowsBefore = 1;
constexpr std::size_t kRowsAfter = 2;

struct ShownRow {
    std::string text;
    std::size_t first = 0;  // its first unit
};

std::vector<ShownRow> rows_of(const std::vector<std::string_view>& units, std::size_t width) {
    std::vector<ShownRow> rows(1);
    std::size_t columns = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::size_t more = columns_of(units[i]);
        if (columns + more > width && columns > 0) {
            rows.push_back({{}, i});
            columns = 0;
        }
        rows.back().text += units[i];
        columns += more;
    }
    return rows;
}

bool is_one_value(const std::string& text) {
    return text.starts_with('"') && text.find('\n') == std::string::npos;
}

void show_row(Page& page, std::string_view label, const std::vector<ShownRow>& rows, std::size_t row) {
    if (row < rows.size())
        page.line(page.painted(Paint::dim, fmt::format("  {:<{}}", label, kLabelColumns - 2)) +
                  rows[row].text);
}

}  // namespace

void show_difference(Page& page, std::string_view awaited, std::string_view got) {
    const std::string left = plain(awaited);
    const std::string right = plain(got);
    if (!is_one_value(left) || !is_one_value(right) || left == right) {
        page.labelled("awaited", awaited);
        page.labelled("got", got);
        return;
    }
    const std::vector<std::string_view> a = units_of(left);
    const std::vector<std::string_view> b = units_of(right);
    const auto parting =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::vector<ShownRow> above = rows_of(a, page.text_columns());
    const std::vector<ShownRow> below = rows_of(b, page.text_columns());
    // Up to the parting both are broken alike, so that its row is the same in both.
    std::size_t row = 0;
    while (row + 1 < above.size() && above[row + 1].first <= parting) ++row;
    std::size_t column = kLabelColumns;
    for (std::size_t i = above[row].first; i < parting; ++i) column += columns_of(a[i]);

    const std::size_t count = std::max(above.size(), below.size());
    const std::size_t from = page.verbose() || row < kRowsBefore ? 0 : row - kRowsBefore;
    const std::size_t to = page.verbose() ? count : std::min(count, row + kRowsAfter + 1);
    const std::string cut = std::string(kLabelColumns, ' ') + "...";
    if (from > 0) page.line(cut);
    for (std::size_t i = from; i < to; ++i) {
        show_row(page, "awaited", above, i);
        show_row(page, "got", below, i);
        if (i == row) page.line(std::string(column, ' ') + page.painted(Paint::red, "^"));
    }
    if (to < count) page.line(cut);
}

}  // namespace sockgrade::reports
