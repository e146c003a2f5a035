// A class list, and a grade book in the same bytes: only cells of one column change.
#include "batch/roster.hh"

#include "base/csv.hh"
#include "base/error.hh"
#include "batch/grade_book.hh"
#include "batch/overrides.hh"
#include "batch/table_time.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

std::vector<std::vector<std::string>> cells_of(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    CsvReader reader(text, "x.csv");
    while (const auto row = reader.next()) {
        rows.emplace_back();
        for (const CsvCell& cell : *row) rows.back().push_back(cell.text);
    }
    return rows;
}

void read_list(std::string_view text) {
    const std::vector<batch::RosterEntry> list = batch::read_roster(text, "x.csv");
    const batch::ClassList students(list);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto found = students.find({list[i].id, list[i].name, list[i].participant});
        require(!found.has_value() || *found < list.size(), "who is found is on the list", list[i].id);
        require(!list[i].id.empty() || !list[i].name.empty(), "each student has an id or a name", text);
    }
}

void fill_book(std::string_view text) {
    std::vector<batch::Grade> grades;
    for (const char* name : {"Ann Lee", "1", "bob"}) grades.push_back({name, name, name, 2.5, 5});
    const batch::FilledBook book = batch::fill_grade_book(text, "x.csv", "", {"week-2"}, grades);
    const auto before = cells_of(std::string(text));
    const auto after = cells_of(book.text);
    require(before.size() == after.size(), "a grade book keeps its rows", book.text);
    std::size_t changed = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        require(before[i].size() == after[i].size(), "a grade book keeps its columns", book.text);
        for (std::size_t c = 0; c < before[i].size(); ++c) changed += before[i][c] != after[i][c] ? 1U : 0U;
    }
    require(changed <= book.filled, "only what is counted is changed", book.text);
}

void read_corrections(std::string_view text) {
    const std::vector<batch::StudentRow> students = {{"ann", "1", "Ann Lee", false, ""},
                                                     {"bob", "2", "Bob", false, ""}};
    const std::vector<batch::ExerciseRow> exercises = {{"week-2", "A sender", std::nullopt, ""}};
    for (const batch::Override& one : batch::read_overrides(text, "x.csv", students, exercises)) {
        require(one.key == "ann" || one.key == "bob", "who is corrected is of the class", one.key);
        require(one.points >= 0 && !one.reason.empty(), "a correction has points and a reason", one.reason);
    }
    batch::table_time(text);
}

}  // namespace

void look_at(std::string_view input) {
    for (const auto read : {read_list, fill_book, read_corrections}) {
        try {
            read(input);
        } catch (const SpecError& error) {
            require_places(error, input);
        } catch (const UsageError& error) {
            require_plain(error.what());
        }
    }
}

}  // namespace sockgrade::fuzz
