// What an Autolab driver prints: the report for people, then, each in one line, which cases passed and the
// score. The assessment has one problem, which is named after the exercise.
#include "reports/catalog.hh"
#include "reports/json_text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

// Autolab puts quotes around each word before a colon in the last line, also inside a text.
std::string without_colons(std::string text) {
    for (char& c : text)
        if (c == ':') c = ' ';
    return text;
}

Json autolab_stages(const model::Result& result) {
    Json document{{"_presentation", "semantic"}, {"stages", Json::array({"must", "should"})}};
    for (const model::Level level : {model::Level::must, model::Level::should}) {
        Json stage = Json::object();
        for (const model::CaseResult& one : result.cases) {
            if (one.level != level || !judged(one)) continue;
            Json entry{{"passed", one.verdict == model::Verdict::passed}};
            if (one.verdict != model::Verdict::passed) entry["hint"] = reason_of(one);
            stage[heading_of(one)] = std::move(entry);
        }
        document[to_string(level)] = std::move(stage);
    }
    return document;
}

std::string render_autolab(const model::Result& result, const ReportOptions& options) {
    const ReportOptions how{.color = false, .columns = 80, .verbose = options.verbose};
    const bool open = result.verdict == model::Verdict::inconclusive;
    // No score is not 0: it stays open until somebody runs it again.
    const Json scores{
        {"scores", {{without_colons(one_line(result.exercise)), open ? Json(nullptr) : Json(result.score)}}}};
    constexpr int kOneLine = -1;
    return formats::text.render(result, how) + "\n" + printed(autolab_stages(result), kOneLine) +
           printed(scores, kOneLine);
}

}  // namespace

const Format formats::autolab{"autolab", "for Autolab: the report as text, then the scores in one line",
                              render_autolab};

}  // namespace sockgrade::reports
