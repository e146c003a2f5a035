#include "reports/meeting_matrix.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/csv_text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

constexpr std::size_t kWidestVisitor = 24;

// The first letter of who is wrong: s for the sender, or r for the receiver.
std::string letter_of(const MeetingCell& cell) {
    if (cell.verdict == "passed") return "+";
    if (cell.verdict == "none") return " ";
    if (cell.verdict == "failed")
        return cell.blamed.empty() || cell.blamed == "neither" ? "x" : cell.blamed.substr(0, 1);
    return cell.verdict.empty() ? "." : "?";
}

std::string visitor(const std::string& name) {
    const std::string line = one_line(name);
    std::string text;
    for (const std::string_view unit : units_of(line)) {
        if (columns_of(text) + columns_of(unit) > kWidestVisitor) break;
        text += unit;
    }
    return text;
}

std::string right_aligned(const std::string& text, std::size_t width) {
    const std::size_t columns = columns_of(text);
    return std::string(columns < width ? width - columns : 0, ' ') + text;
}

std::string left_aligned(const std::string& text, std::size_t width) {
    const std::size_t columns = columns_of(text);
    return text + std::string(columns < width ? width - columns : 0, ' ');
}

struct Talks {
    std::size_t passed = 0;
    std::size_t met = 0;
};

Talks talks_of(const std::vector<const MeetingCell*>& cells) {
    Talks talks;
    for (const MeetingCell* cell : cells) {
        talks.met += cell->verdict == "passed" || cell->verdict == "failed" ? 1U : 0U;
        talks.passed += cell->verdict == "passed" ? 1U : 0U;
    }
    return talks;
}

std::string with_whom(const MeetingMatrix& matrix, std::size_t i) {
    std::vector<const MeetingCell*> row;
    std::vector<const MeetingCell*> column;
    for (std::size_t k = 0; k < matrix.rows.size(); ++k) {
        row.push_back(&matrix.cells[i][k]);
        column.push_back(&matrix.cells[k][i]);
    }
    const Talks dialling = talks_of(row);
    const Talks listening = talks_of(column);
    return fmt::format("{}/{} as {}, {}/{} as {}", dialling.passed, dialling.met, matrix.row_role,
                       listening.passed, listening.met, matrix.column_role);
}

// One block of columns, as many as there is room for.
std::string block(const MeetingMatrix& matrix, std::size_t begin, std::size_t end, std::size_t name_width,
                  std::size_t cell_width) {
    std::string text = "  " + std::string(name_width, ' ');
    for (std::size_t k = begin; k < end; ++k) text += " " + right_aligned(std::to_string(k + 1), cell_width);
    text += "\n";
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        text += "  " + left_aligned(fmt::format("{:>{}} {}", i + 1, cell_width, visitor(matrix.rows[i])),
                                    name_width);
        for (std::size_t k = begin; k < end; ++k)
            text += " " + right_aligned(letter_of(matrix.cells[i][k]), cell_width);
        text += "\n";
    }
    return text;
}

}  // namespace

std::string matrix_text(const MeetingMatrix& matrix, std::size_t columns) {
    const std::size_t cell_width = std::to_string(matrix.rows.size()).size();
    std::size_t name_width = 0;
    for (const std::string& row : matrix.rows)
        name_width = std::max(name_width, cell_width + 1 + columns_of(visitor(row)));
    const std::size_t room = columns > name_width + 4 ? (columns - name_width - 3) / (cell_width + 1) : 1;
    std::string text = fmt::format("{}: everybody with everybody\n  down: each {}; across: each {}\n\n",
                                   one_line(matrix.title), matrix.row_role, matrix.column_role);
    for (std::size_t begin = 0; begin < matrix.columns.size(); begin += std::max<std::size_t>(room, 1))
        text += block(matrix, begin, std::min(matrix.columns.size(), begin + std::max<std::size_t>(room, 1)),
                      name_width, cell_width) +
                "\n";
    text += fmt::format(
        "  + they understand each other\n"
        "  {} the {} is wrong\n"
        "  {} the {} is wrong\n"
        "  x each keeps the rules, and they do not agree\n"
        "  ? not judged; . not met yet; nothing: no program\n\n",
        matrix.row_role.substr(0, 1), matrix.row_role, matrix.column_role.substr(0, 1), matrix.column_role);
    for (std::size_t i = 0; i < matrix.rows.size(); ++i)
        text +=
            "  " +
            left_aligned(fmt::format("{:>{}} {}", i + 1, cell_width, visitor(matrix.rows[i])), name_width) +
            "  " + with_whom(matrix, i) + "\n";
    return text;
}

std::string matrix_csv(const std::vector<MeetingMatrix>& matrices) {
    std::string text = std::string(kCsvMark) + "exercise,dials,listens,result,wrong,why\r\n";
    for (const MeetingMatrix& matrix : matrices)
        for (std::size_t i = 0; i < matrix.rows.size(); ++i)
            for (std::size_t k = 0; k < matrix.columns.size(); ++k) {
                const MeetingCell& cell = matrix.cells[i][k];
                text += fmt::format("{},{},{},{},{},{}\r\n", csv_text(matrix.exercise),
                                    csv_text(matrix.rows[i]), csv_text(matrix.columns[k]),
                                    csv_text(cell.verdict), csv_text(cell.blamed), csv_text(cell.summary));
            }
    return text;
}

}  // namespace sockgrade::reports
