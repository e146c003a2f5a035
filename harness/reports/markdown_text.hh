// Text of unknown origin in Markdown, as CommonMark, GitHub and GitLab read it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "reports/format.hh"

namespace sockgrade::reports {

// One line that is shown as it is: no emphasis, links, HTML, mentions, references, emoji or cells.
std::string markdown_line(std::string_view text);

// Several lines that are shown as they are.
std::string markdown_block(std::string_view lines);

// The whole report. Where it would get longer than `most` bytes, the stories of the last cases are left out.
std::string markdown_of(const model::Result& result, const ReportOptions& options, std::size_t most);

}  // namespace sockgrade::reports
