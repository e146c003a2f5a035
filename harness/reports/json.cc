// The result as JSON, schema sockgrade/result/1: docs/schemas/result-1.json says what each field means.
#include "reports/catalog.hh"
#include "reports/conversation.hh"
#include "reports/json_text.hh"

namespace sockgrade::reports {

namespace {

// A program that sends a datagram after the other must not make the result of a class too large to open.
constexpr std::size_t kMostConversation = 200;

Json cause_of(const std::optional<model::Cause>& cause) {
    return cause ? Json(to_string(*cause)) : Json(nullptr);
}

const char* status_of(model::Finding::Status status) {
    switch (status) {
        case model::Finding::Status::met:
            return "met";
        case model::Finding::Status::not_met:
            return "not-met";
        case model::Finding::Status::undecided:
            break;
    }
    return "undecided";
}

Json finding_of(const model::Finding& finding) {
    return {{"requirement", finding.requirement},
            {"status", status_of(finding.status)},
            {"cause", cause_of(finding.cause)},
            {"awaited", finding.awaited},
            {"got", finding.got},
            {"detail", finding.detail},
            {"notes", finding.notes},
            {"evidence", finding.evidence}};
}

Json conversation_of(const model::CaseResult& result) {
    Json lines = Json::array();
    for (const Line& line : end_of(conversation(result), kMostConversation))
        lines.push_back({{"number", line.number}, {"at_ms", line.at_us / 1000}, {"text", line.text}});
    return lines;
}

Json smallest_of(const model::SmallestStory& story) {
    return {{"repeats", story.repeats},
            {"complete", story.is_complete},
            {"runs", story.runs},
            {"story", story.story},
            {"remains", story.remains},
            {"left_out", story.left_out},
            {"verdict", to_string(story.run.verdict)},
            {"cause", cause_of(story.run.cause)},
            {"conversation", conversation_of(story.run)},
            {"reproduce", story.run.reproduce}};
}

Json case_of(const model::CaseResult& result) {
    Json findings = Json::array();
    for (const model::Finding& finding : result.findings) findings.push_back(finding_of(finding));
    Json diagnoses = Json::array();
    for (const model::Diagnosis& diagnosis : result.diagnoses)
        diagnoses.push_back({{"id", diagnosis.id}, {"message", diagnosis.message}, {"hint", diagnosis.hint}});
    Json document{{"id", result.id},
                  {"title", result.title},
                  {"level", to_string(result.level)},
                  {"verdict", to_string(result.verdict)},
                  {"points", result.points},
                  {"max_points", result.max_points},
                  {"cause", cause_of(result.cause)},
                  {"summary", result.summary},
                  {"findings", std::move(findings)},
                  {"diagnoses", std::move(diagnoses)},
                  {"hint", result.hint},
                  {"conversation", conversation_of(result)},
                  {"reproduce", result.reproduce},
                  {"duration_ms", result.duration_ms}};
    if (result.is_hidden) document["hidden"] = true;
    if (!result.blamed.empty()) document["blamed"] = result.blamed;
    if (!result.question.empty()) {
        document["question"] = result.question;
        document["for_a_person"] = result.for_a_person;
    }
    if (!result.smallest.empty()) document["smallest"] = smallest_of(result.smallest.front());
    return document;
}

std::string render(const model::Result& result, const ReportOptions&) {
    Json cases = Json::array();
    for (const model::CaseResult& one : result.cases) cases.push_back(case_of(one));
    Json document({{"schema", "sockgrade/result/1"},
                   {"exercise", result.exercise},
                   {"title", result.title},
                   {"program", result.program},
                   {"seed", result.seed},
                   {"isolation", result.isolation},
                   {"verdict", to_string(result.verdict)},
                   {"score", result.score},
                   {"max_score", result.max_score},
                   {"duration_ms", result.duration_ms},
                   {"notes", result.notes},
                   {"cases", std::move(cases)}});
    for (const model::ProgramOfRole& one : result.programs) document["programs"][one.role] = one.program;
    return printed(document);
}

}  // namespace

const Format formats::json{
    "json", "for other programs: every finding, as docs/schemas/result-1.json describes", render};

}  // namespace sockgrade::reports
