#include "base/text.hh"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace sockgrade {

namespace {

constexpr bool is_line_end(char c) { return c == '\r' || c == '\n' || c == '\0'; }

void append_escaped(std::string& out, std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto length = static_cast<std::int32_t>(bytes.size());
    std::int32_t at = 0;
    while (at < length) {
        const std::int32_t start = at;
        UChar32 point = 0;
        U8_NEXT(data, at, length, point);
        if (point < 0) {
            for (std::int32_t i = start; i < at; ++i) out += fmt::format("\\x{:02x}", data[i]);
            continue;
        }
        switch (point) {
            case '\n':
                out += "\\n";
                continue;
            case '\r':
                out += "\\r";
                continue;
            case '\t':
                out += "\\t";
                continue;
            case '\0':
                out += "\\0";
                continue;
            case '"':
                out += "\\\"";
                continue;
            case '\\':
                out += "\\\\";
                continue;
            default:
                break;
        }
        // u_isprint is false for controls, for the marks that turn the direction of text, and for what is
        // unassigned, but true for the separators of lines and paragraphs, which break a line.
        if (u_isprint(point) && point != 0x2028 && point != 0x2029)
            out.append(bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
        else if (point < 0x80)
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(point));
        else
            out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(point));
    }
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string escape(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    append_escaped(out, bytes);
    return out;
}

std::string quote(std::string_view bytes, std::size_t most) {
    std::string out = "\"";
    if (bytes.size() <= most) {
        append_escaped(out, bytes);
    } else {
        const std::size_t head = most * 2 / 3;
        const std::size_t tail = most - head;
        append_escaped(out, bytes.substr(0, head));
        out += fmt::format("\" ... {} more ... \"", count_of(bytes.size() - head - tail, "byte"));
        append_escaped(out, bytes.substr(bytes.size() - tail));
    }
    out += '"';
    return out;
}

std::string_view trim_line_end(std::string_view bytes) {
    while (!bytes.empty() && is_line_end(bytes.back())) bytes.remove_suffix(1);
    return bytes;
}

std::string ascii_capitals(std::string_view bytes) {
    std::string out(bytes);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::string to_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool is_utf8(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto length = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT(data, at, length, point);
        if (point < 0) return false;
    }
    return true;
}

std::string unicode_capitals(std::string_view bytes) {
    if (!is_utf8(bytes)) return std::string(bytes);
    std::string out;
    icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())))
        .toUpper(icu::Locale::getRoot())
        .toUTF8String(out);
    return out;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
    const std::string wanted = to_lower(name);
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const std::size_t distance = edit_distance(wanted, to_lower(candidate));
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
    if (count == 1) return fmt::format("1 {}", singular);
    if (plural.empty()) return fmt::format("{} {}s", count, singular);
    return fmt::format("{} {}", count, plural);
}

std::string list_of(const std::vector<std::string>& items, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? fmt::format(" {} ", last) : ", ";
        out += items[i];
    }
    return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (!line.empty() && line.size() + 1 + word.size() > width) {
            lines.push_back(line);
            line.clear();
        }
        if (!word.empty()) {
            if (!line.empty()) line += ' ';
            line += word;
        }
        if (end < text.size() && text[end] == '\n') {
            lines.push_back(line);
            line.clear();
        }
        at = end + 1;
    }
    if (!line.empty() || lines.empty()) lines.push_back(line);
    return lines;
}

}  // namespace sockgrade
