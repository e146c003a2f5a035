#include "spec/load.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "base/error.hh"
#include "spec/context.hh"
#include "spec/read_case.hh"
#include "spec/read_fields.hh"
#include "spec/read_pair.hh"
#include "spec/read_program.hh"
#include "spec/read_questions.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostCases = 200;

// A case that has no message of its own leans on the program's, so this is asked of each case.
void check_message(const Section& section, const model::ProgramSpec& program,
                   const std::vector<model::CaseSpec>& cases) {
    const bool each_case_has_one = std::all_of(
        cases.begin(), cases.end(), [](const model::CaseSpec& one) { return one.message.has_value(); });
    if (program.message || each_case_has_one || !arguments_have(program, "message")) return;
    section.problem("'message' is missing: the arguments have {message}");
}

std::vector<model::CaseSpec> read_cases(const Section& list, const model::ProgramSpec& program, bool is_known,
                                        const std::vector<model::Field>& fields, const NameSets& names,
                                        const model::PairRoles* roles) {
    std::vector<model::CaseSpec> cases;
    const std::vector<Section> items = list.items(kMostCases);
    if (list.is_list() && items.empty()) list.problem("expected at least one case");
    for (const Section& item : items)
        cases.push_back(read_case(item, program, is_known, {names.faults, fields, cases, roles}));
    return cases;
}

void read_top(const Section& top, const NameSets& names, model::Spec& spec) {
    if (!top.is(kSpec)) return;
    const auto text_at = [&](std::string_view key) {
        const std::optional<Section> found = top.find(key);
        return found ? found->text().value_or("") : std::string{};
    };
    spec.exercise = text_at("exercise");
    if (const auto exercise = top.find("exercise");
        exercise && exercise->is_text() && !is_name(spec.exercise))
        exercise->problem("an id has lower-case letters, digits and dashes, and begins with a letter");
    spec.title = text_at("title");
    spec.handout = text_at("handout");
    spec.proof = text_at("proof");
    const std::size_t before = top.problems_so_far();
    const std::optional<Section> program = top.find("program");
    const std::optional<Section> pair = top.find("pair");
    if (!program && !pair) top.problem("'program' is missing");
    if (program && pair) pair->key_problem("'program' and 'pair' exclude each other");
    if (program) spec.program = read_program(*program);
    std::optional<model::PairRoles> roles;
    if (pair && !program) {
        spec.halves = read_pair(*pair, spec.file, names);
        // Without its programs nothing is known of a pair, not even who acts in it.
        if (!spec.is_pair()) return;
        spec.program = spec.halves.front().program;
        roles = roles_of(spec.halves);
    }
    const bool is_known = (program || pair) && top.problems_so_far() == before;
    std::vector<model::Field> fields;
    if (const auto map = top.find("fields")) fields = read_fields(*map, {});
    if (const auto cases = top.find("cases"))
        spec.cases = read_cases(*cases, spec.program, is_known, fields, names, roles ? &*roles : nullptr);
    if (is_known) check_message(program ? *program : *pair, spec.program, spec.cases);
}

std::string text_of_file(const std::string& path, const char* what) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    // A folder opens like a file, and fails when it is read.
    if (!file || !(text << file.rdbuf()))
        throw UsageError(fmt::format("cannot read the {} '{}': {}", what, path,
                                     errno != 0 ? std::generic_category().message(errno) : "it is empty"));
    return text.str();
}

void read_questions(const Section& top, Problems& problems, model::Spec& spec) {
    const std::optional<Section> name = top.is_map() ? top.find("questions") : std::nullopt;
    const std::optional<std::string> path = name ? name->text() : std::nullopt;
    if (!path) return;
    if (spec.is_pair())
        return name->key_problem("a pair has no questions of its own; they belong to its two exercises");
    std::vector<std::string> case_ids;
    for (const model::CaseSpec& one : spec.cases) case_ids.push_back(one.id);
    const std::size_t slash = spec.file.rfind('/');
    const std::string file = (slash == std::string::npos ? "" : spec.file.substr(0, slash + 1)) + *path;
    try {
        spec.questions = load_questions_text(text_of_file(file, "questions"), file, spec.exercise, case_ids);
    } catch (const SpecError& error) {
        problems.add(error.problems());
    } catch (const UsageError& error) {
        name->problem(error.what());
    }
}

}  // namespace

model::Spec load_spec_text(const std::string& text, const std::string& file_name, const NameSets& names) {
    model::Spec spec;
    spec.file = file_name;
    Problems problems(file_name);
    const Section top(parse_yaml(text, file_name), problems);
    read_top(top, names, spec);
    read_questions(top, problems, spec);
    problems.throw_if_any();
    return spec;
}

model::Spec load_spec(const std::string& path, const NameSets& names) {
    return load_spec_text(text_of_file(path, "spec"), path, names);
}

}  // namespace sockgrade::spec
