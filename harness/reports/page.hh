// A page of text for a terminal: the one place where text of unknown origin becomes harmless lines of limited
// width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reports/format.hh"

namespace sockgrade::reports {

enum class Paint { none, bold, dim, green, yellow, red };

// Text with everything that a terminal would act upon written out. Quotes and backslashes stay, since most of
// the text in a result has been through quote() already; line ends stay; tabs become spaces.
std::string plain(std::string_view text);
// The same for what has only one line: a name, a title, a command.
std::string plain_line(std::string_view text);

class Page {
  public:
    explicit Page(const ReportOptions& options) : options_(options) {}

    std::size_t columns() const { return options_.columns; }
    bool verbose() const { return options_.verbose; }

    std::string painted(Paint paint, std::string_view text) const;

    // One line as it is; what came from elsewhere must have been through plain_line().
    void line(std::string_view text = {});
    // `prefix`, then the text folded in the columns to its right.
    void hanging(std::string_view prefix, std::string_view text, Paint paint = Paint::none);
    // `  label      text`, or nothing when there is no text.
    void labelled(std::string_view label, std::string_view text);
    // The columns that labelled() leaves to its text.
    std::size_t text_columns() const;
    void append(std::string_view lines) { text_ += lines; }

    bool empty() const { return text_.empty(); }
    std::string take() && { return std::move(text_); }

  private:
    const ReportOptions& options_;
    std::string text_;
};

// Where the text begins that stands right of a label.
inline constexpr std::size_t kLabelColumns = 12;

}  // namespace sockgrade::reports
