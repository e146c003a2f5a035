// PrairieLearn's results.json. Where something required was not judged the submission is not gradable: it
// costs the student no attempt, and can be graded again.
#include "reports/catalog.hh"
#include "reports/json_text.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

// PrairieLearn takes a megabyte in all.
constexpr std::size_t kMostOfACase = 8'000;

std::string shortened(std::string text) {
    if (text.size() <= kMostOfACase) return text;
    // A report is one byte a letter where something had to be escaped, and UTF-8 elsewhere.
    std::size_t end = kMostOfACase;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    return text + "\n...\n";
}

Json prairielearn_test(const model::CaseResult& one, const ReportOptions& options) {
    std::string name = heading_of(one);
    if (one.level == model::Level::should) name += " (should)";
    if (!judged(one)) name += one.for_a_person ? " (for a person)" : " (not judged)";
    Json test{{"name", std::move(name)},
              {"output", one.verdict == model::Verdict::passed ? "" : shortened(story_of(one, options))}};
    if (judged(one)) {
        test["points"] = one.points;
        test["max_points"] = one.max_points;
    }
    return test;
}

// Of what was judged: the rest costs nothing.
double score_in(const model::Result& result) {
    double points = 0;
    double most = 0;
    for (const model::CaseResult& one : result.cases) {
        if (!judged(one)) continue;
        points += one.points;
        most += one.max_points;
    }
    return most > 0 ? points / most : 0;
}

std::string render_prairielearn(const model::Result& result, const ReportOptions& options) {
    Json tests = Json::array();
    for (const model::CaseResult& one : result.cases) tests.push_back(prairielearn_test(one, options));
    std::string message = title_of(result) + "\n" + score_of(result) + "\n";
    for (const std::string& note : result.notes) message += "note: " + one_line(note) + "\n";
    Json document{{"gradable", result.verdict != model::Verdict::inconclusive},
                  {"message", message},
                  {"tests", std::move(tests)}};
    if (result.verdict == model::Verdict::inconclusive)
        document["format_errors"] =
            Json::array({"Not everything that is required could be judged, which is not your program's "
                         "fault. Submit again."});
    else
        document["score"] = score_in(result);
    return printed(document);
}

}  // namespace

const Format formats::prairielearn{"prairielearn", "PrairieLearn's results.json", render_prairielearn};

}  // namespace sockgrade::reports
