#include "batch/roster.hh"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/csv.hh"
#include "base/error.hh"
#include "base/text.hh"
#include "base/utf16.hh"
#include "batch/roster_columns.hh"
#include "batch/table_time.hh"

namespace sockgrade::batch {

namespace {

using Row = std::vector<CsvCell>;

std::string cell_text(const Row& row, std::optional<std::size_t> column) {
    return column && *column < row.size() ? row[*column].text : "";
}

std::string name_in(const Row& row, const RosterColumns& columns) {
    if (!columns.first_name) return cell_text(row, columns.name);
    const std::string first = cell_text(row, columns.first_name);
    const std::string last = cell_text(row, columns.last_name);
    return first.empty() || last.empty() ? first + last : first + " " + last;
}

// Canvas gives its "Test Student" a login of 40 digits that nobody could type.
bool is_made_up_login(const std::string& login) {
    constexpr std::size_t kDigits = 40;
    return login.size() == kDigits && login.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// What else stands in Canvas's grade book: what each assignment counts, how grades are posted, a student for
// trying things out.
bool is_no_student(const Row& row, const RosterColumns& columns, const std::string& name) {
    if (!columns.is_canvas) return false;
    if (cell_text(row, columns.ids.front()).empty()) return true;
    const bool is_test = name == "Student, Test" || is_made_up_login(cell_text(row, columns.login));
    return is_test && cell_text(row, columns.sis_id).empty();
}

// The id to show is the first that there is: many leave Moodle's "ID number" empty.
RosterEntry entry_of(const Row& row, const RosterColumns& columns) {
    RosterEntry entry;
    entry.name = name_in(row, columns);
    entry.line = row.front().line;
    if (columns.participant) entry.participant = participant_number(cell_text(row, columns.participant));
    entry.handed_in_text = cell_text(row, columns.handed_in);
    entry.handed_in = table_time(entry.handed_in_text);
    if (columns.handed_in && *columns.handed_in < row.size())
        entry.handed_in_column = row[*columns.handed_in].column;
    for (const std::size_t column : columns.ids) {
        const std::string id = cell_text(row, column);
        if (entry.id.empty())
            entry.id = id;
        else if (!id.empty())
            entry.other_ids.push_back(id);
    }
    return entry;
}

std::vector<std::string> texts_of(const Row& row) {
    std::vector<std::string> texts;
    for (const CsvCell& cell : row) texts.push_back(cell.text);
    return texts;
}

std::vector<std::string> names_of(const std::vector<RosterEntry>& roster) {
    std::vector<std::string> names;
    for (const RosterEntry& entry : roster) names.push_back(entry.name);
    return names;
}

int column_with(const Row& row, const std::string& text) {
    const auto cell = std::find_if(row.begin(), row.end(), [&](const auto& one) { return one.text == text; });
    return cell == row.end() ? 1 : cell->column;
}

}  // namespace

std::vector<RosterEntry> read_roster(std::string_view bytes, const std::string& file_name) {
    const std::string text = without_utf16(bytes);
    CsvReader table(text, file_name);
    const std::optional<Row> header = table.next();
    if (!header) table.fail(1, 1, "the class list is empty; its first line should be id,name");
    const RosterColumns columns = columns_of_roster(texts_of(*header));
    if (!columns.names_somebody())
        table.fail(header->front().line, 1, "the first line should name the columns: id,name");
    std::vector<RosterEntry> roster;
    std::set<std::string> ids;
    std::vector<SpecProblem> problems;
    while (const std::optional<Row> row = table.next()) {
        RosterEntry entry = entry_of(*row, columns);
        if (entry.id.empty() && entry.name.empty()) continue;
        if (is_no_student(*row, columns, entry.name)) continue;
        if (!entry.id.empty() && !ids.insert(entry.id).second)
            problems.push_back({file_name,
                                entry.line,
                                column_with(*row, entry.id),
                                {},
                                fmt::format("the id {} is here twice", quote(entry.id, 60)),
                                {}});
        roster.push_back(std::move(entry));
    }
    if (roster.empty()) table.fail(header->front().line, 1, "the class list names no student");
    if (!problems.empty()) throw SpecError(std::move(problems));
    return roster;
}

std::vector<RosterEntry> read_times(std::string_view text, const std::string& file_name) {
    std::vector<RosterEntry> times = read_roster(text, file_name);
    std::vector<SpecProblem> problems;
    for (const RosterEntry& one : times)
        if (!one.handed_in && !one.handed_in_text.empty() && one.handed_in_text != "-")
            problems.push_back(
                {file_name,
                 one.line,
                 one.handed_in_column,
                 {},
                 fmt::format("{} is no time; write it as 2026-03-12 23:59", quote(one.handed_in_text, 60)),
                 {}});
    if (!problems.empty()) throw SpecError(std::move(problems));
    return times;
}

ClassList::ClassList(const std::vector<RosterEntry>& roster) : names_(names_of(roster)) {
    const auto add = [](Places& places, const std::string& key, std::size_t place) {
        std::vector<std::size_t>& all = places[to_lower(key)];
        if (!key.empty() && std::find(all.begin(), all.end(), place) == all.end()) all.push_back(place);
    };
    for (std::size_t i = 0; i < roster.size(); ++i) {
        add(participants_, roster[i].participant, i);
        std::vector<std::string> ids = roster[i].other_ids;
        ids.push_back(roster[i].id);
        for (const std::string& id : ids) {
            add(ids_, id, i);
            if (const std::size_t at = id.find('@'); at != std::string::npos)
                add(logins_, id.substr(0, at), i);
        }
    }
}

std::optional<std::size_t> ClassList::only_one(const Places& places, const std::string& key) {
    const auto found = places.find(to_lower(key));
    if (key.empty() || found == places.end() || found->second.size() != 1) return std::nullopt;
    return found->second.front();
}

std::optional<std::size_t> ClassList::find(const Owner& owner) const {
    if (const auto found = only_one(participants_, owner.participant)) return found;
    // Systems count their users each for themselves: a number that is another student's id is a coincidence.
    const auto by_name = names_.find(owner.name);
    const auto by_id = only_one(ids_, owner.id);
    if (by_id && (!by_name || *by_name == *by_id)) return by_id;
    if (by_id && owner.id == owner.name) return by_id;
    if (const auto found = only_one(ids_, owner.name)) return found;
    if (by_name) return by_name;
    return only_one(logins_, owner.name);
}

}  // namespace sockgrade::batch
