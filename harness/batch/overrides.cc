#include "batch/overrides.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/csv.hh"
#include "base/error.hh"
#include "base/folded_name.hh"
#include "base/text.hh"
#include "base/utf16.hh"
#include "batch/roster.hh"

namespace sockgrade::batch {

namespace {

constexpr double kMostOverride = 1'000'000;
constexpr std::size_t kCase = 4;  // the column that may be missing

// "8", "8.5", and "8,5" of spreadsheets in half of Europe.
std::optional<double> points_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    const bool fits = error == std::errc{} && rest == end && number >= 0 && number <= kMostOverride;
    return fits ? std::optional(number) : std::nullopt;
}

std::vector<RosterEntry> as_roster(const std::vector<StudentRow>& students) {
    std::vector<RosterEntry> roster;
    for (const StudentRow& one : students) {
        RosterEntry entry;
        entry.id = one.id.empty() ? one.key : one.id;
        entry.name = one.name;
        entry.other_ids = {one.key};
        roster.push_back(std::move(entry));
    }
    return roster;
}

class OverridesReader {
  public:
    OverridesReader(std::string_view text, const std::string& file, const std::vector<StudentRow>& students,
                    const std::vector<ExerciseRow>& exercises)
        : table_(text, file),
          file_(file),
          students_(students),
          exercises_(exercises),
          list_(as_roster(students)) {}

    std::vector<Override> read() {
        const auto header = table_.next();
        if (!header)
            table_.fail(1, 1, "the table is empty; its first line is student,exercise,points,reason");
        find_columns(*header);
        std::vector<Override> all;
        while (const auto row = table_.next())
            if (auto one = read_row(*row)) all.push_back(std::move(*one));
        if (!problems_.empty()) throw SpecError(std::move(problems_));
        return all;
    }

  private:
    void find_columns(const std::vector<CsvCell>& header) {
        constexpr std::string_view kColumns[] = {"student", "exercise", "points", "reason", "case"};
        for (std::size_t wanted = 0; wanted < std::size(kColumns); ++wanted) {
            for (std::size_t i = 0; i < header.size(); ++i)
                if (folded_letters(header[i].text, Spelling::plain) == kColumns[wanted]) columns_[wanted] = i;
            if (!columns_[wanted] && wanted != kCase)
                table_.fail(header.front().line, 1,
                            fmt::format("no column is called {}; the first line is "
                                        "student,exercise,points,reason",
                                        kColumns[wanted]));
        }
    }

    // Nothing, with one problem noted, where something is wrong with it.
    std::optional<Override> read_row(const std::vector<CsvCell>& row) {
        const CsvCell student = cell(row, 0);
        const CsvCell exercise = cell(row, 1);
        const CsvCell points = cell(row, 2);
        const CsvCell reason = cell(row, 3);
        const auto who = student_of(student);
        if (!who) return std::nullopt;
        const auto which = exercise_of(exercise);
        if (!which) return std::nullopt;
        const std::string of_case = columns_[kCase] ? cell(row, kCase).text : "";
        const auto number = points_in(points.text);
        if (!number)
            return problem(points, points.text.empty() ? "the points are missing"
                                                       : fmt::format("expected points, such as 8.5, not {}",
                                                                     quote(points.text, 40)));
        if (!of_case.empty() && *number != std::floor(*number))
            return problem(points, fmt::format("a case has whole points, not {}", quote(points.text, 40)));
        if (reason.text.empty()) return problem(reason, "the reason is missing: the student reads it");
        const auto [before, is_new] = lines_.try_emplace({*who, *which, of_case}, student.line);
        if (!is_new)
            return problem(student, fmt::format("{} in {} is here twice, first in line {}",
                                                quote(student.text, 60), *which, before->second));
        return Override{students_[*who].key, *which, of_case, *number, reason.text, student.line};
    }

    std::optional<std::size_t> student_of(const CsvCell& cell) {
        if (cell.text.empty()) return problem(cell, "the student is missing");
        const auto exact = std::find_if(students_.begin(), students_.end(),
                                        [&](const StudentRow& one) { return one.key == cell.text; });
        if (exact != students_.end()) return static_cast<std::size_t>(exact - students_.begin());
        const auto found = list_.find({cell.text, cell.text});
        if (!found) problem(cell, why_not_found(cell.text));
        return found;
    }

    std::string why_not_found(const std::string& name) const {
        const std::string letters = folded_letters(name, Spelling::plain);
        std::vector<std::string> ids;
        for (const StudentRow& one : students_)
            if (!letters.empty() && folded_letters(one.name, Spelling::plain) == letters)
                ids.push_back(quote(one.id.empty() ? one.key : one.id, 60));
        if (ids.size() < 2)
            return fmt::format("nobody is called {}; name the hand-in or an id", quote(name, 60));
        return fmt::format("{} are called {}: name {}", ids.size(), quote(name, 60), list_of(ids, "or"));
    }

    std::optional<std::string> exercise_of(const CsvCell& cell) {
        if (cell.text.empty() && exercises_.size() == 1) return exercises_.front().exercise;
        std::vector<std::string> names;
        for (const ExerciseRow& one : exercises_) {
            if (one.exercise == cell.text) return cell.text;
            names.push_back(one.exercise);
        }
        problem(cell,
                cell.text.empty()
                    ? fmt::format("the exercise is missing: {}", list_of(names, "or"))
                    : fmt::format("expected {}, not {}", list_of(names, "or"), quote(cell.text, 60)),
                cell.text.empty() ? "" : nearest_name(cell.text, names));
        return std::nullopt;
    }

    // A row that is too short ends where its last cell does.
    CsvCell cell(const std::vector<CsvCell>& row, std::size_t which) const {
        const std::size_t at = *columns_.at(which);
        if (at < row.size()) return row[at];
        CsvCell none = row.back();
        none.text.clear();
        return none;
    }

    std::nullopt_t problem(const CsvCell& cell, std::string message, std::string suggestion = {}) {
        problems_.push_back({file_, cell.line, cell.column, {}, std::move(message), std::move(suggestion)});
        return std::nullopt;
    }

    CsvReader table_;
    std::string file_;
    const std::vector<StudentRow>& students_;
    const std::vector<ExerciseRow>& exercises_;
    ClassList list_;
    std::array<std::optional<std::size_t>, kCase + 1> columns_{};
    std::map<std::tuple<std::size_t, std::string, std::string>, int> lines_;
    std::vector<SpecProblem> problems_;
};

}  // namespace

std::vector<Override> read_overrides(std::string_view bytes, const std::string& file_name,
                                     const std::vector<StudentRow>& students,
                                     const std::vector<ExerciseRow>& exercises) {
    const std::string text = without_utf16(bytes);
    return OverridesReader(text, file_name, students, exercises).read();
}

}  // namespace sockgrade::batch
