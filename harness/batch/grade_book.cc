#include "batch/grade_book.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/csv.hh"
#include "base/error.hh"
#include "base/text.hh"
#include "batch/known_names.hh"
#include "batch/roster_columns.hh"

namespace sockgrade::batch {

namespace {

using Row = std::vector<CsvCell>;

constexpr std::size_t kMostNamed = 10;

std::string text_at(const Row& row, std::size_t column) {
    return column < row.size() ? row[column].text : "";
}

bool are_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Canvas writes an assignment's number behind its name: "Week 2 (1234)".
std::string without_number(const std::string& name) {
    const std::size_t open = name.rfind(" (");
    const bool has_number = open != std::string::npos && name.ends_with(')') &&
                            are_digits(std::string_view(name).substr(open + 2, name.size() - open - 3));
    return has_number ? name.substr(0, open) : name;
}

// Of "10", "10.00" or "10,00".
std::optional<double> number_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional(number) : std::nullopt;
}

std::string written(double points, char decimal) {
    std::string text = fmt::format("{:.2f}", points);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    std::replace(text.begin(), text.end(), '.', decimal);
    return text;
}

class GradeBook {
  public:
    GradeBook(std::string_view text, const std::string& file_name) : text_(text), file_(file_name) {
        CsvReader table(text, file_name);
        separator_ = table.separator();
        std::optional<Row> row = table.next();
        if (!row) table.fail(1, 1, "the table is empty");
        header_ = std::move(*row);
        while ((row = table.next())) rows_.push_back(std::move(*row));
        std::vector<std::string> names;
        for (const CsvCell& cell : header_) names.push_back(cell.text);
        const RosterColumns columns = columns_of_roster(names);
        if (columns.participant) id_columns_.push_back(*columns.participant);
        id_columns_.insert(id_columns_.end(), columns.ids.begin(), columns.ids.end());
        if (const auto column = named("integration id")) id_columns_.push_back(*column);
        name_column_ = columns.name;
        if (!name_column_ && id_columns_.empty())
            table.fail(header_.front().line, 1,
                       "this is no export that is known: Canvas's grade book has a column Student, Moodle's "
                       "grading worksheet the columns Identifier and Full name");
        maximum_column_ = first_that(is_maximum_column);
        std::vector<std::string> students;
        for (const Row& one : rows_) students.push_back(name_column_ ? text_at(one, *name_column_) : "");
        names_.emplace(students);
    }

    std::size_t column_for(const std::string& wanted, const std::vector<std::string>& titles) const {
        std::vector<std::size_t> found;
        if (!wanted.empty()) {
            found = columns_called({wanted});
        } else {
            found = columns_called(titles);
            if (const auto grade = first_that(is_grade_column); found.empty() && grade)
                found.push_back(*grade);
        }
        if (found.size() == 1) return found.front();
        throw UsageError(fmt::format(
            "'{}' has {} {}; name one with --column: {}", file_,
            found.empty() ? "no column that is called" : "several columns that are called",
            wanted.empty() ? list_of(quoted(with_grade(titles)), "or") : quote(wanted, 60),
            found.empty() ? list_of(quoted(assignments()), "or") : list_of(quoted(names_of(found)), "or")));
    }

    const std::vector<Row>& rows() const { return rows_; }
    const std::string& name_of(std::size_t column) const { return header_[column].text; }
    char separator() const { return separator_; }
    std::string_view text() const { return text_; }

    // The row of a student, by any of the ids that a course system knows, else by name.
    std::optional<std::size_t> row_of(const Grade& grade) const {
        for (const std::size_t column : id_columns_)
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                const std::string id = text_at(rows_[i], column);
                if (!grade.id.empty() && (id == grade.id || participant_number(id) == grade.id)) return i;
            }
        return names_->find(grade.name.empty() ? grade.key : grade.name);
    }

    // What the cell counts to: Moodle says so in each row, Canvas in a row of its own.
    std::optional<double> maximum_of(std::size_t row, std::size_t column) const {
        return number_in(maximum_text(row, column));
    }

    // Some countries write 7,5: what the course system wrote shows which.
    char decimal_of(std::size_t row, std::size_t column) const {
        const bool has_comma = maximum_text(row, column).find(',') != std::string::npos ||
                               text_at(rows_[row], column).find(',') != std::string::npos;
        return has_comma ? ',' : '.';
    }

  private:
    std::string maximum_text(std::size_t row, std::size_t column) const {
        if (maximum_column_) return text_at(rows_[row], *maximum_column_);
        for (const Row& one : rows_)
            if (name_column_ && text_at(one, *name_column_) == "Points Possible") return text_at(one, column);
        return "";
    }

    std::optional<std::size_t> first_that(bool (*is_meant)(const std::string&)) const {
        for (std::size_t i = 0; i < header_.size(); ++i)
            if (is_meant(header_[i].text)) return i;
        return std::nullopt;
    }

    // What was looked for, each name once.
    static std::vector<std::string> with_grade(const std::vector<std::string>& titles) {
        std::vector<std::string> all;
        for (const std::string& one : titles)
            if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
        all.emplace_back("Grade");
        return all;
    }

    std::optional<std::size_t> named(std::string_view name) const {
        for (std::size_t i = 0; i < header_.size(); ++i)
            if (to_lower(header_[i].text) == name) return i;
        return std::nullopt;
    }

    std::vector<std::size_t> columns_called(const std::vector<std::string>& names) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < header_.size(); ++i) {
            const std::string whole = to_lower(header_[i].text);
            const std::string shorter = to_lower(without_number(header_[i].text));
            const bool fits = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return to_lower(name) == whole || to_lower(name) == shorter;
            });
            if (fits && !is_about_students(i)) found.push_back(i);
        }
        return found;
    }

    bool is_about_students(std::size_t column) const {
        return column == name_column_ || column == maximum_column_ ||
               std::find(id_columns_.begin(), id_columns_.end(), column) != id_columns_.end();
    }

    // What can be meant: Canvas's columns with a number, else all but those about the students.
    std::vector<std::string> assignments() const {
        std::vector<std::string> with_number;
        std::vector<std::string> others;
        for (std::size_t i = 0; i < header_.size(); ++i) {
            const std::string& name = header_[i].text;
            if (is_about_students(i) || name.empty()) continue;
            (without_number(name) != name ? with_number : others).push_back(name);
        }
        return with_number.empty() ? others : with_number;
    }

    std::vector<std::string> names_of(const std::vector<std::size_t>& columns) const {
        std::vector<std::string> names;
        for (const std::size_t column : columns) names.push_back(header_[column].text);
        return names;
    }

    static std::vector<std::string> quoted(const std::vector<std::string>& names) {
        std::vector<std::string> all;
        for (const std::string& name : names) all.push_back(quote(name, 60));
        return all;
    }

    std::string_view text_;
    std::string file_;
    char separator_ = ',';
    Row header_;
    std::vector<Row> rows_;
    std::vector<std::size_t> id_columns_;
    std::optional<std::size_t> name_column_;
    std::optional<std::size_t> maximum_column_;
    std::optional<KnownNames> names_;
};

std::string some_of(const std::set<std::string>& names) {
    std::vector<std::string> some;
    for (const std::string& name : names) {
        if (some.size() == kMostNamed) break;
        some.push_back(quote(name, 60));
    }
    if (names.size() > some.size()) some.push_back(fmt::format("{} more", names.size() - some.size()));
    return list_of(some);
}

class Filling {
  public:
    Filling(const GradeBook& book, std::size_t column) : book_(book), column_(column) {}

    void add(const Grade& grade) {
        const std::optional<std::size_t> row = book_.row_of(grade);
        const std::string& who = grade.name.empty() ? grade.key : grade.name;
        if (!row) {
            strangers_.insert(who);
            return;
        }
        if (!grade.points) {
            undecided_.insert(who);
            return;
        }
        if (!rows_.insert(*row).second) {
            twice_.insert(who);
            return;
        }
        const Row& cells = book_.rows()[*row];
        if (column_ >= cells.size()) {
            short_.insert(who);
            return;
        }
        write(*row, cells[column_], grade);
    }

    FilledBook finished() {
        FilledBook book;
        std::size_t at = 0;
        for (const auto& [begin, change] : changes_) {
            book.text += book_.text().substr(at, begin - at);
            book.text += change.second;
            at = change.first;
        }
        book.text += book_.text().substr(at);
        book.filled = changes_.size();
        const auto note = [&](const std::set<std::string>& who, std::string_view what) {
            if (!who.empty()) book.notes.push_back(fmt::format("{}: {}", what, some_of(who)));
        };
        for (const auto& [maximum, most] : scales_)
            book.notes.push_back(fmt::format("{} counts to {}, and the assignment to {}: points were scaled",
                                             quote(book_.name_of(column_), 60), written(maximum, '.'),
                                             written(most, '.')));
        if (replaced_ > 0)
            book.notes.push_back(
                fmt::format("{} had another grade, which was replaced", count_of(replaced_, "student")));
        note(undecided_, "somebody has to look at these first, and their cells are as they were");
        note(strangers_, "not in the table, or not to be told apart by name");
        note(twice_, "has a second hand-in, which was left out");
        note(short_, "has no cell in this column");
        return book;
    }

  private:
    void write(std::size_t row, const CsvCell& cell, const Grade& grade) {
        double points = *grade.points;
        const auto maximum = book_.maximum_of(row, column_);
        constexpr double kSame = 0.005;
        if (maximum && grade.most > 0 && std::abs(*maximum - grade.most) > kSame) {
            points *= *maximum / grade.most;
            scales_.insert({*maximum, grade.most});
        }
        const char decimal = book_.decimal_of(row, column_);
        std::string text = written(points, decimal);
        const auto before = number_in(cell.text);
        if (!cell.text.empty() && (!before || std::abs(*before - points) > kSame)) ++replaced_;
        const bool was_quoted = cell.end > cell.begin && book_.text()[cell.begin] == '"';
        if (was_quoted || decimal == book_.separator()) text = '"' + text + '"';
        changes_[cell.begin] = {cell.end, std::move(text)};
    }

    const GradeBook& book_;
    std::size_t column_;
    std::map<std::size_t, std::pair<std::size_t, std::string>> changes_;  // begin -> end, text
    std::set<std::size_t> rows_;
    std::set<std::pair<double, double>> scales_;
    std::size_t replaced_ = 0;
    std::set<std::string> strangers_;
    std::set<std::string> undecided_;
    std::set<std::string> twice_;
    std::set<std::string> short_;
};

}  // namespace

FilledBook fill_grade_book(std::string_view text, const std::string& file_name, const std::string& column,
                           const std::vector<std::string>& titles, const std::vector<Grade>& grades) {
    const GradeBook book(text, file_name);
    Filling filling(book, book.column_for(column, titles));
    for (const Grade& grade : grades) filling.add(grade);
    return filling.finished();
}

}  // namespace sockgrade::batch
