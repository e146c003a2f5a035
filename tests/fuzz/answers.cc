// What students answer: never an error, and as many results as there are questions.
#include "base/text.hh"
#include "questions/judge.hh"
#include "spec/read_answers.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"
#include "tests/unit/questions/sample_questions.hh"

namespace sockgrade::fuzz {

void look_at(std::string_view input) {
    static const std::vector<model::Question> asked = {questions::one_of_three(), questions::two_of_four(),
                                                       questions::largest_port(), questions::service_at_22(),
                                                       questions::open_question()};
    const model::AnswerSheet sheet =
        spec::read_answers(std::string(input), "answers.yaml", questions::ids_of(asked));
    const std::vector<model::CaseResult> results = questions::judge(asked, sheet);
    require(results.size() == asked.size(), "each question has a result", input);
    for (std::size_t i = 0; i < results.size(); ++i) {
        require(results[i].id == asked[i].id, "results are in the order of the questions", results[i].id);
        require_plain(results[i].summary);
    }
    for (const std::string& remark : questions::remarks_on(asked, sheet)) require_plain(remark);
    for (const std::string& remark : sheet.remarks) require_plain(remark);
}

}  // namespace sockgrade::fuzz
