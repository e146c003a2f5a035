// The result as Markdown: a table of all cases, then why each failed one failed.
#include <limits>

#include "reports/catalog.hh"
#include "reports/markdown_text.hh"

namespace sockgrade::reports {

namespace {

std::string render_markdown(const model::Result& result, const ReportOptions& options) {
    return markdown_of(result, options, std::numeric_limits<std::size_t>::max());
}

}  // namespace

const Format formats::markdown{
    "markdown", "for pages and comments: a table, then why each failed case failed", render_markdown};

}  // namespace sockgrade::reports
