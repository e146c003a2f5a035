#include "batch/roster.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::batch {

namespace {

struct Cell {
    std::string text;
    int line = 0;
    int column = 0;
};
using Row = std::vector<Cell>;

// RFC 4180, with any of three separators.
class Table {
  public:
    Table(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
        if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);
        const std::string_view header = text_.substr(0, text_.find('\n'));
        for (const char candidate : {',', ';', '\t'})
            if (std::count(header.begin(), header.end(), candidate) >
                std::count(header.begin(), header.end(), separator_))
                separator_ = candidate;
    }

    // The next line that is not blank; nothing at the end.
    std::optional<Row> next() {
        while (at_ < text_.size()) {
            Row row = read_row();
            if (row.size() > 1 || !row.front().text.empty()) return row;
        }
        return std::nullopt;
    }

    [[noreturn]] void fail(int line, int column, std::string message) const {
        throw SpecError({SpecProblem{file_, line, column, {}, std::move(message), {}}});
    }

  private:
    Row read_row() {
        ++line_;
        const std::size_t begin = at_;
        Row row;
        for (;;) {
            row.push_back({"", line_, static_cast<int>(at_ - begin) + 1});
            read_cell(row.back());
            if (at_ >= text_.size()) break;
            const char end = text_[at_++];
            if (end == '\n') break;
        }
        return row;
    }

    void read_cell(Cell& cell) {
        if (at_ < text_.size() && text_[at_] == '"') {
            read_quoted(cell);
        } else {
            while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n')
                cell.text += text_[at_++];
        }
        while (!cell.text.empty() && (cell.text.back() == '\r' || cell.text.back() == ' '))
            cell.text.pop_back();
        cell.text.erase(0, std::min(cell.text.find_first_not_of(' '), cell.text.size()));
    }

    void read_quoted(Cell& cell) {
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

    std::string_view text_;
    std::string file_;
    char separator_ = ',';
    std::size_t at_ = 0;
    int line_ = 0;
};

template <std::size_t count>
std::optional<std::size_t> column_of(const Row& header, const std::array<std::string_view, count>& words) {
    for (const std::string_view word : words)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (to_lower(header[i].text) == word) return i;
    return std::nullopt;
}

std::string cell_text(const Row& row, std::optional<std::size_t> column) {
    return column && *column < row.size() ? row[*column].text : "";
}

// The words of a name in alphabetical order, without what is between them: "Lee, Ann" is "Ann Lee".
std::string sorted_words(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : to_lower(name)) {
        if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    std::sort(words.begin(), words.end());
    std::string all;
    for (const std::string& word : words) all += word;
    return all;
}

// As Canvas writes it in the names of files: the last name first, and nothing but letters and digits.
std::set<std::string> spellings_of(const std::string& name) {
    std::string letters;
    for (const char c : to_lower(name))
        if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += c;
    std::set<std::string> spellings{sorted_words(name), letters};
    const std::size_t space = name.rfind(' ');
    if (space != std::string::npos && name.find(',') == std::string::npos) {
        std::string last_first;
        for (const char c : to_lower(name.substr(space + 1) + name.substr(0, space)))
            if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0)
                last_first += c;
        spellings.insert(last_first);
    }
    spellings.erase("");
    return spellings;
}

}  // namespace

std::vector<RosterEntry> read_roster(std::string_view text, const std::string& file_name) {
    if (!is_utf8(text)) Table(text, file_name).fail(1, 1, "not UTF-8 text; save it as CSV UTF-8");
    Table table(text, file_name);
    const std::optional<Row> header = table.next();
    if (!header) table.fail(1, 1, "the class list is empty; its first line should be id,name");
    static constexpr std::array<std::string_view, 9> kIds = {
        "id", "sid", "student id", "student_id", "sis user id", "id number", "username", "login", "email"};
    static constexpr std::array<std::string_view, 6> kNames = {"name",         "student",   "full name",
                                                               "student name", "full_name", "sortable name"};
    const auto id = column_of(*header, kIds);
    const auto name = column_of(*header, kNames);
    if (!id && !name) table.fail(header->front().line, 1, "the first line should name the columns: id,name");
    std::vector<RosterEntry> roster;
    std::set<std::string> ids;
    std::vector<SpecProblem> problems;
    while (const std::optional<Row> row = table.next()) {
        RosterEntry entry{cell_text(*row, id), cell_text(*row, name), row->front().line};
        if (entry.id.empty() && entry.name.empty()) continue;
        if (!entry.id.empty() && !ids.insert(entry.id).second)
            problems.push_back({file_name,
                                entry.line,
                                (*row)[*id].column,
                                {},
                                fmt::format("the id {} is here twice", quote(entry.id, 60)),
                                {}});
        roster.push_back(std::move(entry));
    }
    if (roster.empty()) table.fail(header->front().line, 1, "the class list names no student");
    if (!problems.empty()) throw SpecError(std::move(problems));
    return roster;
}

std::optional<std::size_t> find_in_roster(const std::vector<RosterEntry>& roster, const std::string& id,
                                          const std::string& name) {
    for (std::size_t i = 0; i < roster.size(); ++i)
        if (!roster[i].id.empty() && (roster[i].id == id || roster[i].id == name)) return i;
    const std::set<std::string> wanted = spellings_of(name);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < roster.size(); ++i) {
        const std::set<std::string> spellings = spellings_of(roster[i].name);
        const bool fits = std::any_of(wanted.begin(), wanted.end(),
                                      [&](const std::string& one) { return spellings.count(one) > 0; });
        if (!fits) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

}  // namespace sockgrade::batch
