#include "base/csv.hh"

#include <algorithm>
#include <map>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade {

CsvReader::CsvReader(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
    if (!is_utf8(text)) fail(1, 1, "not UTF-8 text; save it as CSV UTF-8");
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    if (text_.starts_with(kMark)) at_ = kMark.size();
    // Excel's own line for it.
    constexpr std::string_view kSaysSo = "sep=";
    const std::string_view first = first_line();
    if (first.starts_with(kSaysSo) && first.size() == kSaysSo.size() + 1) {
        separator_ = first.back();
        at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
        ++line_;
        return;
    }
    // "Homework 1, part 2" parts no cells.
    std::map<char, int> counts;
    bool is_quoted = false;
    for (const char c : first) {
        if (c == '"') is_quoted = !is_quoted;
        if (!is_quoted) ++counts[c];
    }
    for (const char candidate : {',', ';', '\t'})
        if (counts[candidate] > counts[separator_]) separator_ = candidate;
}

std::string_view CsvReader::first_line() const {
    std::string_view line = text_.substr(at_, text_.find('\n', at_) - at_);
    while (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::optional<std::vector<CsvCell>> CsvReader::next() {
    while (at_ < text_.size()) {
        std::vector<CsvCell> row = read_row();
        if (row.size() > 1 || !row.front().text.empty()) return row;
    }
    return std::nullopt;
}

void CsvReader::fail(int line, int column, std::string message) const {
    throw SpecError({SpecProblem{file_, line, column, {}, std::move(message), {}}});
}

std::vector<CsvCell> CsvReader::read_row() {
    ++line_;
    const std::size_t begin = at_;
    std::vector<CsvCell> row;
    for (;;) {
        row.push_back({"", line_, static_cast<int>(at_ - begin) + 1, at_, at_});
        read_cell(row.back());
        if (at_ >= text_.size()) break;
        const char end = text_[at_++];
        if (end == '\n') break;
    }
    return row;
}

void CsvReader::read_cell(CsvCell& cell) {
    if (at_ < text_.size() && text_[at_] == '"') {
        read_quoted(cell);
    } else {
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n')
            cell.text += text_[at_++];
    }
    cell.end = at_;
    while (cell.end > cell.begin && text_[cell.end - 1] == '\r') --cell.end;
    while (!cell.text.empty() && (cell.text.back() == '\r' || cell.text.back() == ' ')) cell.text.pop_back();
    cell.text.erase(0, std::min(cell.text.find_first_not_of(' '), cell.text.size()));
}

void CsvReader::read_quoted(CsvCell& cell) {
    for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == '\n') ++line_;
        if (text_[at_] != '"') {
            cell.text += text_[at_];
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            cell.text += text_[at_++];
        } else {
            ++at_;
            while (at_ < text_.size() && (text_[at_] == '\r' || text_[at_] == ' ')) ++at_;
            if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n')
                fail(cell.line, cell.column, "something stands behind the closing quote");
            return;
        }
    }
    fail(cell.line, cell.column, "a quote is not closed");
}

}  // namespace sockgrade
