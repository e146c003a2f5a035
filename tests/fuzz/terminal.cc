// Text for a terminal and pictures: nothing that acts upon it, but for colours of ours; lines that fit.
#include <pugixml.hpp>

#include "base/columns.hh"
#include "reports/catalog.hh"
#include "tests/fuzz/hostile_result.hh"

namespace sockgrade::fuzz {

namespace {

// Only ESC [ digits m.
std::string without_our_colours(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end =
            text[i] == '\x1b' ? text.find_first_not_of("0123456789", i + 2) : std::string::npos;
        if (end != std::string::npos && text[i + 1] == '[' && text[end] == 'm')
            i = end;
        else
            plain += text[i];
    }
    return plain;
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    reports::ReportOptions options = somewhere();
    options.color = pieces.number(2) == 1;
    options.verbose = pieces.number(2) == 1;
    options.columns = 40 + pieces.number(100);
    const model::Result result = hostile_result(pieces);
    for (const char* format : {"text", "sequence"}) {
        const std::string report = without_our_colours(reports::format_named(format).render(result, options));
        require_harmless(report);
        require_no_commands(report);
    }
    const std::string picture = reports::format_named("svg").render(result, options);
    require_harmless(picture);
    require_no_commands(picture);
    pugi::xml_document document;
    const pugi::xml_parse_result read =
        document.load_buffer(picture.data(), picture.size(), pugi::parse_full, pugi::encoding_utf8);
    require(picture.empty() || read, read.description(), picture);
    reports::ClassSummary summary = hostile_class(pieces);
    const std::string table = reports::class_text(summary, options.columns);
    require_harmless(table);
    require_no_commands(table);
}

}  // namespace sockgrade::fuzz
