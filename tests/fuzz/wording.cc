// What a program prints, held against a sentence of a spec: the first line of the input is the sentence.
#include "tests/fuzz/target.hh"
#include "wording/reports.hh"
#include "wording/statement.hh"
#include "wording/tokens.hh"
#include "wording/wanted.hh"

namespace sockgrade::fuzz {

void look_at(std::string_view input) {
    const std::size_t end = input.find('\n');
    const std::string sentence(input.substr(0, end));
    const std::string_view output = end == std::string_view::npos ? "" : input.substr(end + 1);
    std::size_t line = 0;
    for (const wording::Token& token : wording::tokens_of(input)) {
        require(token.line >= line, "tokens are in the order of their lines", input);
        line = token.line;
    }
    require(wording::without_colours(input).size() <= input.size(), "taking colours out adds nothing", input);
    static_cast<void>(wording::says(sentence, output));
    const std::string reports = wording::wanted_reports({"missing", "doubled", "late"}, sentence);
    for (const std::string& wanted : {reports, wording::wanted_sentence(sentence), sentence}) {
        const bool printed = wording::times_printed(wanted, output) > 0;
        require(!printed || !wording::reports_too_much(wanted, output), "all reports are not too many",
                input);
    }
    if (output.empty())
        require(wording::times_printed(reports, sentence) == 1, "reports say themselves", sentence);
}

}  // namespace sockgrade::fuzz
