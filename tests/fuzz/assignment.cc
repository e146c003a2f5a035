// An assignment, the list of submitters of an export, and the questions of an exercise.
#include "spec/assignment.hh"

#include "base/error.hh"
#include "spec/read_questions.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

template <class Load>
void try_to(const Load& load, const std::string& text) {
    try {
        load();
    } catch (const SpecError& error) {
        require_places(error, text);
    } catch (const UsageError& error) {
        require_plain(error.what());
    }
}

}  // namespace

void look_at(std::string_view input) {
    const std::string text(input);
    try_to([&] { spec::load_assignment_text(text, "x.yaml"); }, text);
    try_to([&] { spec::read_submitters(text, "x.yml"); }, text);
    try_to([&] { spec::load_questions_text(text, "x.yaml", "tcp-sender", {"arrives"}); }, text);
}

}  // namespace sockgrade::fuzz
