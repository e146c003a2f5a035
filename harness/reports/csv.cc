// A row a case for a spreadsheet, as RFC 4180 has it.
#include <fmt/format.h>

#include "reports/catalog.hh"
#include "reports/csv_text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

std::string why_of(const model::CaseResult& one) {
    return one.diagnoses.empty() ? "" : one.diagnoses.front().message;
}

std::string render_csv(const model::Result& result, const ReportOptions&) {
    // Without the mark, Excel takes UTF-8 for something else.
    std::string text =
        "\ufeffexercise,program,seed,isolation,case,title,level,verdict,points,max_points,cause,summary,why,"
        "duration_s\r\n";
    for (const model::CaseResult& one : result.cases)
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", csv_text(result.exercise),
                            csv_text(result.program), result.seed, csv_text(result.isolation),
                            csv_text(one.id), csv_text(one.title), to_string(one.level),
                            to_string(one.verdict), judged(one) ? std::to_string(one.points) : "",
                            one.max_points, one.cause ? to_string(*one.cause) : "", csv_text(reason_of(one)),
                            csv_text(why_of(one)), seconds_of(one.duration_ms));
    return text;
}

}  // namespace

const Format formats::csv{"csv", "for a spreadsheet: a row a case", render_csv};

}  // namespace sockgrade::reports
