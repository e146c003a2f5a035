#include "batch/roster.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "base/csv.hh"
#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::batch {

namespace {

using Row = std::vector<CsvCell>;

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
    CsvReader table(text, file_name);
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
