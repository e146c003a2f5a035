// sockgrade show EXERCISE
#include "cli/catalog.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "grading/answers.hh"
#include "plan/print.hh"
#include "questions/explain.hh"

namespace sockgrade::cli {

int show(const Options& options) {
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

}  // namespace sockgrade::cli
