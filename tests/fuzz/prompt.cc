// What a program prints before it reads, taken for a question.
#include "run/input_prompt.hh"
#include "run/prompt_words.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

void look_at(std::string_view input) {
    const run::Question question = run::question_of(input);
    require(question.says_something || question.asked.empty(), "no prompt asks nothing", input);
    require(input.find(question.text) != std::string_view::npos, "its text is what was printed",
            question.text);
    for (const run::PromptWord& word : run::prompt_words(run::folded(input)))
        require(word.kind == run::PromptWord::Kind::connector || !word.text.empty(), "words have letters",
                input);
}

}  // namespace sockgrade::fuzz
