#include "base/columns.hh"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace sockgrade {

namespace {

struct Letter {
    std::size_t bytes = 1;
    std::size_t columns = 1;
};

Letter letter_at(std::string_view text, std::size_t start) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    auto at = static_cast<std::int32_t>(start);
    UChar32 point = 0;
    U8_NEXT(data, at, static_cast<std::int32_t>(text.size()), point);
    Letter letter{static_cast<std::size_t>(at) - start, 1};
    if (point < 0) return letter;
    const auto type = u_charType(point);
    const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
        letter.columns = 0;
    else if (width == U_EA_WIDE || width == U_EA_FULLWIDTH)
        letter.columns = 2;
    return letter;
}

std::size_t escape_length(std::string_view text) {
    if (text.size() < 2) return text.size();
    if (text[1] == 'x') return std::min<std::size_t>(4, text.size());
    if (text[1] == 'u') return std::min(text.find('}'), text.size() - 1) + 1;
    return 1 + letter_at(text, 1).bytes;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        columns += letter.columns;
        at += letter.bytes;
    }
    return columns;
}

std::vector<std::string_view> units_of(std::string_view escaped) {
    std::vector<std::string_view> units;
    for (std::size_t at = 0; at < escaped.size();) {
        std::size_t end = at;
        if (escaped[at] == '\\') {
            end += escape_length(escaped.substr(at));
        } else {
            end += letter_at(escaped, at).bytes;
            for (Letter next; end < escaped.size(); end += next.bytes)
                if ((next = letter_at(escaped, end)).columns != 0) break;
        }
        units.push_back(escaped.substr(at, end - at));
        at = end;
    }
    return units;
}

std::vector<std::string> fold(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t columns = 0;
    std::size_t word = 0;  // where the last word of the line begins, 0 when it is the first
    const auto end_line = [&](std::size_t keep) {
        std::string rest = line.substr(keep);
        line.resize(keep > 0 && keep <= line.size() && word == keep ? keep - 1 : keep);
        lines.push_back(std::move(line));
        line = std::move(rest);
        columns = columns_of(line);
        word = 0;
    };
    for (const std::string_view unit : units_of(text)) {
        if (unit == "\n") {
            word = 0;
            end_line(line.size());
            continue;
        }
        const std::size_t more = columns_of(unit);
        if (columns + more > width && !line.empty()) {
            if (unit == " ") {  // the space at the break is the break
                word = 0;
                end_line(line.size());
                continue;
            }
            if (word > 0) end_line(word);
            // What has come along may be a long word itself.
            if (columns + more > width && !line.empty()) end_line(line.size());
        }
        line += unit;
        columns += more;
        // A space ends a word, unless it belongs to the indentation.
        if (unit == " " && line.find_first_not_of(' ') != std::string::npos) word = line.size();
    }
    if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace sockgrade
