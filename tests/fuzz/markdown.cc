// Markdown as GitHub reads it (cmark-gfm): nodes of ours only, one table with a row a case, and one
// paragraph, block or cell for each text.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "reports/catalog.hh"
#include "reports/markdown_text.hh"
#include "reports/telling.hh"
#include "tests/fuzz/hostile_result.hh"

namespace sockgrade::fuzz {

namespace {

using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Node read(const std::string& text) {
    static const bool once = (cmark_gfm_core_extensions_ensure_registered(), true);
    static_cast<void>(once);
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
        cmark_parser_new(CMARK_OPT_DEFAULT), cmark_parser_free);
    for (const char* name : {"table", "autolink", "strikethrough", "tasklist"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return {cmark_parser_finish(parser.get()), cmark_node_free};
}

// How many nodes of each kind.
using Counts = std::map<std::string, std::size_t>;

Counts counts_of(const std::string& text) {
    Counts counts;
    const Node document = read(text);
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(document.get()),
                                                                       cmark_iter_free);
    for (cmark_event_type event; (event = cmark_iter_next(walk.get())) != CMARK_EVENT_DONE;)
        if (event == CMARK_EVENT_ENTER) ++counts[cmark_node_get_type_string(cmark_iter_get_node(walk.get()))];
    return counts;
}

void require_ours(const Counts& counts, const std::string& text) {
    static const std::set<std::string> ours = {"document",   "heading",   "paragraph",  "text",
                                               "strong",     "table",     "list",       "item",
                                               "table_cell", "table_row", "code_block", "table_header"};
    for (const auto& [name, count] : counts) require(ours.contains(name), name, text);
}

void look_at_report(const model::Result& result) {
    const std::string report = reports::format_named("markdown").render(result, somewhere());
    require_harmless(report);
    require_no_commands(report);
    Counts counts = counts_of(report);
    require_ours(counts, report);
    const reports::Telling telling = reports::telling_of(result);
    const std::size_t skipped = telling.skipped.size();
    const std::size_t rows = result.cases.size() - skipped + std::min<std::size_t>(skipped, 1);
    require(counts["table"] == 1 && counts["table_row"] == rows, "a row a case, and one for what was not run",
            report);
    require(counts["table_cell"] == 4 * (rows + 1), "four cells a row", report);
    require(counts["item"] == result.notes.size(), "an item a note", report);
    require(counts["heading"] == (telling.has_failed ? 2U : 1U),
            "a heading for the whole and for what to fix first", report);
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    look_at_report(hostile_result(pieces));
    const std::string line = "x " + reports::markdown_line(input) + "\n";
    Counts shown = counts_of(line);
    require_ours(shown, line);
    require(
        shown["paragraph"] == 1 && shown["heading"] + shown["list"] + shown["table"] + shown["strong"] == 0,
        "a line is text", line);
    Counts block = counts_of(reports::markdown_block(input) + "\nafter\n");
    require(block["code_block"] == 1 && block["paragraph"] == 1 && block["heading"] == 0,
            "a block ends where it should", input);
}

}  // namespace sockgrade::fuzz
