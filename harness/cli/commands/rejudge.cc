// sockgrade rejudge TRANSCRIPT
#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hh"
#include "capture/capture.hh"
#include "cli/catalog.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "grading/grade.hh"
#include "record/transcript_json.hh"

namespace sockgrade::cli {

namespace {

struct RejudgeOptions {
    std::string transcript;
    std::string spec;
    std::string capture;  // a pcapng file
    OutputOptions output;
};

// A transcript can be judged by itself; its spec, where there is one, adds points and hints.
model::CaseSpec case_of(const model::Plan& plan, const RejudgeOptions& options) {
    try {
        for (const model::CaseSpec& one : load_exercise(plan.exercise, options.spec).cases)
            if (one.id == plan.case_id) return one;
    } catch (const UsageError&) {
        if (!options.spec.empty()) throw;
    }
    model::CaseSpec unknown;
    unknown.id = plan.case_id;
    unknown.title = plan.title;
    return unknown;
}

int rejudge(const RejudgeOptions& options) {
    model::Transcript transcript;
    try {
        transcript = record::transcript_from_json(read_file(options.transcript));
    } catch (const UsageError& error) {
        throw UsageError(fmt::format("{}: {}", options.transcript, error.what()));
    }
    const model::Plan plan = transcript.plan;
    model::Result result;
    result.exercise = plan.exercise;
    result.title = plan.title;
    result.program = options.transcript;
    result.seed = plan.seed;
    result.isolation = transcript.isolation;
    const model::CaseSpec spec = case_of(plan, options);
    std::vector<model::Transcript> transcripts;
    transcripts.push_back(std::move(transcript));
    result.cases.push_back(grading::judge_case(spec, std::move(transcripts)));
    result.cases.back().reproduce = fmt::format("sockgrade rejudge {}", options.transcript);
    result.score = result.cases.back().points;
    result.max_score = result.cases.back().max_points;
    result.verdict = model::overall(result.cases, model::Deciding::every_case);
    write_all({[&] { write_result(options.output, result); },
               [&] {
                   if (!options.capture.empty())
                       write_file(options.capture,
                                  capture::to_pcapng(result.cases.front().transcripts.front()));
               }});
    return model::exit_status(result);
}

}  // namespace

void add_rejudge(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<RejudgeOptions>();
    CLI::App* const command = app.add_subcommand("rejudge", "judge a saved transcript again");
    command->add_option("TRANSCRIPT", options->transcript)->required();
    command->add_option("--capture", options->capture, "save it as a capture for Wireshark");
    add_spec(*command, options->spec);
    add_reporting(*command, options->output);
    command->callback([options, &line] { line.action = [options] { return rejudge(*options); }; });
}

}  // namespace sockgrade::cli
