#include "reports/page.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/orders.hh"

namespace sockgrade::reports {

namespace {

// A text that goes on for longer is shown by its beginning and its end, unless all was asked for.
constexpr std::size_t kMostLines = 16;
constexpr std::size_t kHeadLines = 10;
constexpr std::size_t kTailLines = 5;

std::string_view code_of(Paint paint) {
    switch (paint) {
        case Paint::none:
            break;
        case Paint::bold:
            return "1";
        case Paint::dim:
            return "2";
        case Paint::green:
            return "32";
        case Paint::yellow:
            return "33";
        case Paint::red:
            return "31";
    }
    return "";
}

}  // namespace

std::string plain(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\n\t\"\\"), text.size());
        out += escape(text.substr(0, end));
        if (end == text.size()) break;
        out += text[end] == '\t' ? std::string(4, ' ') : std::string(1, text[end]);
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string plain_line(std::string_view text) {
    std::string out;
    for (const char c : plain(text)) out += c == '\n' ? std::string("\\n") : std::string(1, c);
    return out;
}

std::string Page::painted(Paint paint, std::string_view text) const {
    if (!options_.color || paint == Paint::none) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code_of(paint), text);
}

void Page::line(std::string_view text) {
    text_ += without_orders(text.substr(0, text.find_last_not_of(' ') + 1));
    text_ += '\n';
}

void Page::hanging(std::string_view prefix, std::string_view text, Paint paint) {
    const std::size_t indent = columns_of(prefix);
    const std::size_t width = columns() > indent + 20 ? columns() - indent : 20;
    std::vector<std::string> lines = fold(plain(text), width);
    if (!verbose() && lines.size() > kMostLines) {
        const std::size_t more = lines.size() - kHeadLines - kTailLines;
        const auto head = lines.begin() + kHeadLines;
        lines.erase(head, head + static_cast<std::ptrdiff_t>(more));
        lines.insert(lines.begin() + kHeadLines,
                     fmt::format("... {} more; --verbose shows them", count_of(more, "line")));
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        line((i == 0 ? painted(paint, prefix) : std::string(indent, ' ')) + lines[i]);
}

void Page::labelled(std::string_view label, std::string_view text) {
    if (!text.empty()) hanging(fmt::format("  {:<{}}", label, kLabelColumns - 2), text, Paint::dim);
}

std::size_t Page::text_columns() const {
    return columns() > kLabelColumns + 20 ? columns() - kLabelColumns : 20;
}

}  // namespace sockgrade::reports
