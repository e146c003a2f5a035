// Tables as spreadsheets and course systems write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade {

struct CsvCell {
    std::string text;  // without quotes and without blanks around it
    int line = 0;
    int column = 0;
    // Where it stands in the file, quotes and all.
    std::size_t begin = 0;
    std::size_t end = 0;
};

// RFC 4180, with commas, semicolons or tabs between the cells: the one that the first line has most of.
class CsvReader {
  public:
    // The text has to outlive it. SpecError when it is no UTF-8.
    CsvReader(std::string_view text, std::string file);

    // The next line that is not blank; nothing at the end. SpecError with line and column for quotes that do
    // not fit.
    std::optional<std::vector<CsvCell>> next();

    char separator() const { return separator_; }

    [[noreturn]] void fail(int line, int column, std::string message) const;

  private:
    std::string_view first_line() const;
    std::vector<CsvCell> read_row();
    void read_cell(CsvCell& cell);
    void read_quoted(CsvCell& cell);

    std::string_view text_;
    std::string file_;
    char separator_ = ',';
    std::size_t at_ = 0;
    int line_ = 0;
};

}  // namespace sockgrade
