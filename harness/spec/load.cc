#include "spec/load.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "base/error.hh"
#include "base/text.hh"
#include "spec/check.hh"
#include "spec/context.hh"
#include "spec/read_case.hh"
#include "spec/read_fields.hh"
#include "spec/read_files.hh"
#include "spec/read_formats.hh"
#include "spec/read_pair.hh"
#include "spec/read_peers.hh"
#include "spec/read_program.hh"
#include "spec/read_questions.hh"
#include "spec/read_values.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

namespace {

constexpr language::Type kSpecFile = language::map_of<language::kSpec>();

// A case that has no message of its own leans on the program's, so this is asked of each case.
void check_message(const Section& section, const model::ProgramSpec& program,
                   const std::vector<model::CaseSpec>& cases) {
    const bool each_case_has_one = std::all_of(
        cases.begin(), cases.end(), [](const model::CaseSpec& one) { return one.message.has_value(); });
    if (program.message || each_case_has_one || !arguments_have(program, "message")) return;
    section.problem("'message' is missing: the arguments have {message}");
}

// Its steps are read where they are done.
void check_begin(const Section& map) {
    const std::vector<Section> lists = map.is_map() ? map.entries() : std::vector<Section>{};
    if (lists.empty() || lists.size() > language::kBeginMost)
        return map.problem(
            fmt::format("expected 1 to {} names and their steps, such as '{{ login: [client: connect] }}'",
                        language::kBeginMost));
    for (const Section& list : lists) {
        if (!is_name(list.key()))
            list.key_problem("a name has lower-case letters, digits and dashes, and begins with a letter");
        check(list);
    }
}

// What all cases share.
struct Shared {
    std::vector<model::Field> fields{};
    std::vector<model::ValueRule> values{};
    std::vector<model::FileGiven> files{};
    std::vector<std::string> peers{};
    std::vector<model::Formatted> formats{};
    std::optional<Section> begin{};
    std::optional<model::PairRoles> roles{};
};

std::vector<model::CaseSpec> read_cases(const Section& list, const model::ProgramSpec& program, bool is_known,
                                        const Shared& shared, const NameSets& names) {
    std::vector<model::CaseSpec> cases;
    for (const Section& item : list.items())
        cases.push_back(read_case(item, program, is_known,
                                  {names.faults, shared.fields, cases, shared.values, shared.files,
                                   shared.formats, shared.begin, shared.roles ? &*shared.roles : nullptr}));
    return cases;
}

Shared read_shared(const Section& top, bool is_pair) {
    Shared shared;
    if (const auto map = top.find("fields")) shared.fields = read_fields(*map, {});
    if (const auto values = top.find("values")) {
        Scope scope;
        shared.values = read_values(*values, scope);
        if (is_pair) values->key_problem("a pair says nothing itself, and so needs no values");
    }
    if (const auto peers = top.find("peers")) {
        shared.peers = read_peers(*peers);
        if (is_pair) peers->key_problem("a pair has no other peers than its two programs");
    }
    if (const auto files = top.find("files")) {
        Scope scope;
        know(shared.values, scope);
        know_peers(shared.peers, scope);
        shared.files = read_files_given(*files, scope);
        if (is_pair) files->key_problem("the programs of a pair are given no files");
    }
    if (const auto formats = top.find("formats")) {
        shared.formats = read_formats(*formats);
        if (is_pair) formats->key_problem("a pair says nothing itself, and so needs no formats");
    }
    shared.begin = top.find("begin");
    if (shared.begin) check_begin(*shared.begin);
    return shared;
}

void read_top(const Section& top, const NameSets& names, model::Spec& spec) {
    top.read("exercise", spec.exercise);
    top.read("title", spec.title);
    top.read("handout", spec.handout);
    top.read("proof", spec.proof);
    const std::optional<Section> program = top.find("program");
    const std::optional<Section> pair = top.find("pair");
    Shared shared = read_shared(top, pair.has_value());
    if (program) spec.program = read_program(*program, shared.values, shared.peers);
    if (pair && !program) {
        spec.halves = read_pair(*pair, names);
        // Without its programs nothing is known of a pair, not even who acts in it.
        if (!spec.is_pair()) return;
        spec.program = spec.halves.front().program;
        shared.roles = roles_of(spec.halves);
    }
    if (const auto peers = top.find("peers"); peers && program && program->is_sound())
        check_peers(*peers, spec.program);
    const bool is_known = program ? !pair && program->is_sound() : pair && pair->is_sound();
    if (const auto cases = top.find("cases"))
        spec.cases = read_cases(*cases, spec.program, is_known, shared, names);
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
    const std::string file = name->beside(*path);
    try {
        spec.questions = load_questions_text(text_of_file(file, "questions"), file, spec.exercise, case_ids);
    } catch (const SpecError& error) {
        problems.add(error.problems());
    } catch (const UsageError& error) {
        name->problem(error.what());
    }
}

// Whoever grades needs none of this; an author gets it wrong.
void check_what_it_names(const Section& top, const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    const auto is_there = [&](const Section& section, bool as_folder) {
        const fs::path named = section.beside(section.text().value_or(""));
        return as_folder ? fs::is_directory(named, error) : fs::is_regular_file(named, error);
    };
    const std::string stem = fs::path(path).stem().string();
    if (const auto exercise = top.find("exercise");
        exercise && exercise->is_sound() && exercise->text() != stem)
        exercise->problem(
            fmt::format("an exercise is found by the name of its file, which is {}", quote(stem, 60)));
    if (const auto handout = top.find("handout");
        handout && handout->is_sound() && !is_there(*handout, false))
        handout->problem("there is no such file");
    if (const auto proof = top.find("proof"); proof && proof->is_sound() && !is_there(*proof, true))
        proof->problem("there is no such folder");
}

}  // namespace

model::Spec load_spec_text(const std::string& text, const std::string& file_name, const NameSets& names,
                           Reader reader) {
    model::Spec spec;
    spec.file = file_name;
    Problems problems(file_name);
    const Section top(parse_yaml(text, file_name), kSpecFile, problems);
    check(top);
    read_top(top, names, spec);
    read_questions(top, problems, spec);
    if (reader == Reader::author) check_what_it_names(top, file_name);
    problems.throw_if_any();
    return spec;
}

model::Spec load_spec(const std::string& path, const NameSets& names, Reader reader) {
    return load_spec_text(text_of_file(path, "spec"), path, names, reader);
}

}  // namespace sockgrade::spec
