// CSV as RFC 4180 has it: the same columns in each row, whatever the texts are, and no cell that a
// spreadsheet runs.
#include "tests/fuzz/hostile_result.hh"

#include "reports/catalog.hh"
#include "reports/csv_text.hh"
#include "reports/meeting_matrix.hh"

namespace sockgrade::fuzz {

namespace {

// A reader that forgives nothing: cells in quotes or without any in them, lines that end in \r\n.
std::vector<std::vector<std::string>> rows_of(std::string_view text) {
    if (text.starts_with(reports::kCsvMark)) text.remove_prefix(reports::kCsvMark.size());
    std::vector<std::vector<std::string>> rows(1);
    for (std::size_t at = 0; at < text.size();) {
        std::string cell;
        if (text[at] == '"') {
            for (++at;; ++at) {
                require(at < text.size(), "quotes are closed", text);
                if (text[at] == '"' && text.substr(at + 1, 1) != "\"") break;
                if (text[at] == '"') ++at;
                cell += text[at];
            }
            ++at;
        } else {
            const std::size_t end = std::min(text.find_first_of(",\r\n\";\t", at), text.size());
            cell = text.substr(at, end - at);
            at = end;
        }
        rows.back().push_back(cell);
        if (text.substr(at, 2) == "\r\n") {
            at += 2;
            if (at < text.size()) rows.emplace_back();
        } else {
            require(text.substr(at, 1) == ",", "a cell ends with a comma or a line end", text.substr(at));
            ++at;
        }
    }
    return rows;
}

void require_table(const std::string& text, std::size_t lines) {
    const auto rows = rows_of(text);
    require(rows.size() == lines + 1, "a row for each and one for the names", text);
    for (const auto& row : rows) {
        require(row.size() == rows.front().size(), "all rows have the same columns", text);
        for (const std::string& cell : row) {
            require(cell.find_first_of("\r\n") == std::string::npos, "a cell has one line", cell);
            const std::string_view seen =
                std::string_view(cell).substr(std::min(cell.find_first_not_of(' '), cell.size()));
            for (const char* sign : {"=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20"})
                require(!seen.starts_with(sign), "no cell is a formula", cell);
        }
    }
}

std::string without_carriage_returns(std::string text) {
    std::erase(text, '\r');
    return text;
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    const model::Result result = hostile_result(pieces);
    const std::string report = reports::format_named("csv").render(result, somewhere());
    require_table(report, result.cases.size());
    require_harmless(without_carriage_returns(report));
    const reports::ClassSummary summary = hostile_class(pieces);
    const std::string table = reports::class_csv(summary);
    require_table(table, summary.lines.size());
    require_harmless(without_carriage_returns(table));
    const std::string matrix = reports::class_matrix(summary);
    require_table(matrix, reports::totals_of(summary).size());
    const reports::ClassChanges changes = hostile_changes(summary);
    require_table(reports::changes_csv(changes), changes.changes.size());
    const reports::MeetingMatrix meetings{pieces.text(),
                                          pieces.text(),
                                          pieces.text(),
                                          pieces.text(),
                                          {pieces.text()},
                                          {pieces.text()},
                                          {{{"failed", pieces.text(), pieces.text()}}}};
    require_table(reports::matrix_csv({meetings}), 1);
}

}  // namespace sockgrade::fuzz
