// sockgrade show EXERCISE
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/catalog.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "grading/answers.hh"
#include "plan/print.hh"
#include "questions/explain.hh"

namespace sockgrade::cli {

namespace {

struct ShowOptions {
    std::string exercise;
    std::string spec;
    bool blank_answers = false;  // an answers.yaml to fill in
};

int show(const ShowOptions& options) {
    const model::Spec spec = load_exercise(options.exercise, options.spec);
    if (options.blank_answers) {
        grading::need_questions(spec);
        print(questions::blank_answers(spec.exercise, spec.questions));
        return 0;
    }
    const std::string questions = questions::explain(spec.questions);
    print(plan::explain(spec) + (questions.empty() ? "" : "\n" + questions));
    return 0;
}

}  // namespace

void add_show(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* const command =
        app.add_subcommand("show", "tell an exercise's cases and questions in plain words");
    command->add_option("EXERCISE", options->exercise)->required();
    command->add_flag("--answers", options->blank_answers, "print an answers.yaml to fill in");
    add_spec(*command, options->spec);
    command->callback([options, &line] { line.action = [options] { return show(*options); }; });
}

}  // namespace sockgrade::cli
