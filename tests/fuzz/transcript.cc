// A transcript from anywhere: said to be none, or kept without loss, judged, explained, drawn and captured.
#include "record/transcript_json.hh"

#include "base/error.hh"
#include "capture/capture.hh"
#include "grading/grade.hh"
#include "record/result_json.hh"
#include "reports/catalog.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i > 0; --i) number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    return number;
}

// Blocks one behind the other, each with its length at both ends.
void require_blocks(std::string_view capture) {
    while (!capture.empty()) {
        require(capture.size() >= 12, "a block is whole");
        const std::size_t length = number_at(capture, 4);
        require(length >= 12 && length % 4 == 0 && length <= capture.size(), "a block has a length");
        require(number_at(capture, length - 4) == length, "a block ends with its length");
        capture.remove_prefix(length);
    }
}

void judge(const model::Transcript& transcript) {
    model::CaseSpec spec;
    spec.id = transcript.plan.case_id;
    spec.title = transcript.plan.title;
    model::Result result;
    result.exercise = transcript.plan.exercise;
    result.cases.push_back(grading::judge_case(spec, {transcript}));
    result.verdict = model::overall(result.cases, model::Deciding::every_case);
    for (const char* format : {"text", "svg", "json"}) {
        reports::ReportOptions options;
        options.verbose = true;
        require_plain(reports::format_named(format).render(result, options));
    }
    require_blocks(capture::to_pcapng(transcript));
}

}  // namespace

void look_at(std::string_view input) {
    model::Transcript transcript;
    try {
        transcript = record::transcript_from_json(input);
    } catch (const UsageError& error) {
        return require_plain(error.what());
    }
    const std::string json = record::transcript_to_json(transcript);
    require(record::transcript_to_json(record::transcript_from_json(json)) == json,
            "a transcript is kept without loss", json);
    judge(transcript);
}

}  // namespace sockgrade::fuzz
