#include "base/text.hh"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

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

// A C buffer's end, or a message of one letter: counted, so that it does not hide what is before and behind.
constexpr std::size_t kLongRun = 24;
constexpr std::size_t kLongRunUnseen = 8;  // of what has to be written out

struct Part {
    std::string_view bytes;
    bool is_run = false;
    std::size_t size() const { return is_run ? 1 : bytes.size(); }
};

std::vector<Part> parts_of(std::string_view bytes) {
    std::vector<Part> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find_first_not_of(bytes[at], at), bytes.size());
        const bool is_seen = bytes[at] >= ' ' && bytes[at] <= '~';
        if (end - at >= (is_seen ? kLongRun : kLongRunUnseen)) {
            if (at > begin) parts.push_back({bytes.substr(begin, at - begin)});
            parts.push_back({bytes.substr(at, end - at), true});
            begin = end;
        }
        at = end;
    }
    if (begin < bytes.size()) parts.push_back({bytes.substr(begin)});
    return parts;
}

// Bytes in quotes, and what is said about others between them: "HELLO" \0 x 954 "!".
class Quotation {
  public:
    void add(const Part& part) {
        if (!part.is_run) {
            if (!open_) begin("\"");
            open_ = true;
            append_escaped(text_, part.bytes);
            return;
        }
        const std::string one = escape(part.bytes.substr(0, 1));
        const bool is_seen = one.size() == 1;
        aside(fmt::format("{0}{1}{0} x {2}", is_seen ? "\"" : "", one, part.bytes.size()));
    }
    void aside(std::string_view text) {
        if (open_) text_ += '"';
        open_ = false;
        begin(text);
    }
    std::string take() && {
        if (text_.empty()) text_ = "\"";
        return std::move(open_ || text_ == "\"" ? text_ += '"' : text_);
    }

  private:
    void begin(std::string_view text) {
        if (!text_.empty()) text_ += ' ';
        text_ += text;
    }
    std::string text_;
    bool open_ = false;
};

// Letters that are missing, too many, other ones, or swapped with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before;
    std::vector<std::size_t> last;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before = std::exchange(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (is_swapped) row[j] = std::min(row[j], before[j - 2] + 1);
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
    const std::vector<Part> parts = parts_of(bytes);
    std::size_t shown = 0;
    for (const Part& part : parts) shown += part.size();
    const std::size_t head = shown > most ? most * 2 / 3 : shown;
    const std::size_t tail = shown > most ? shown - (most - head) : shown;
    Quotation quotation;
    std::size_t left_out = 0;
    std::size_t at = 0;
    for (const Part& part : parts) {
        const std::size_t first = std::min(part.size(), head > at ? head - at : 0);
        const std::size_t last = std::max(first, std::min(part.size(), tail > at ? tail - at : 0));
        if (first > 0)
            quotation.add({part.bytes.substr(0, part.is_run ? part.bytes.npos : first), part.is_run});
        if (last > first) left_out += part.is_run ? part.bytes.size() : last - first;
        at += part.size();
        if (left_out > 0 && at >= tail)
            quotation.aside(fmt::format("... {} more ...", count_of(std::exchange(left_out, 0), "byte")));
        if (last < part.size()) quotation.add({part.bytes.substr(part.is_run ? 0 : last), part.is_run});
    }
    return std::move(quotation).take();
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
