#include "grading/proof.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "diagnoses/diagnosis.hh"

namespace sockgrade::grading {

namespace fs = std::filesystem;
using Kind = ProofProgram::Kind;
using model::Verdict;

namespace {

constexpr std::string_view kMark = "fails:";

constexpr std::string_view kDiagnosis = "diagnosis:";
constexpr std::string_view kUnexplained = "none";

constexpr std::string_view kBlamed = "blamed:";

// What stands in the comments of one of its files.
void read_marks(const std::string& path, ProofProgram& program) {
    program.fails.merge(declared(path, kMark));
    program.diagnoses.merge(declared(path, kDiagnosis));
    for (const std::string& role : declared(path, kBlamed)) program.blamed = role;
}

ProofProgram declaration(const model::Spec& spec, Kind kind, const fs::path& path) {
    ProofProgram program{kind, path.string(), {}};
    if (!fs::is_directory(path)) {
        read_marks(path.string(), program);
    } else if (!spec.is_pair()) {
        read_marks((path / "Makefile").string(), program);
    } else {
        for (const auto& entry : fs::directory_iterator(path)) read_marks(entry.path().string(), program);
    }
    return program;
}

// Where neither program of a pair is to blame, what does not fit is said by the case itself.
bool must_be_explained(const ProofProgram& program) {
    return program.kind == Kind::rejected && program.blamed != "neither";
}

bool may_be_explained(const ProofProgram& program) {
    return program.kind == Kind::forgiven || must_be_explained(program);
}

void check_diagnoses(const ProofProgram& program, Explained explained) {
    std::vector<std::string> known;
    for (const diagnoses::DiagnosisKind& kind : diagnoses::catalog()) known.emplace_back(kind.name);
    for (const std::string& id : program.diagnoses) {
        if (id == kUnexplained || std::find(known.begin(), known.end(), id) != known.end()) continue;
        const std::string near = nearest_name(id, known);
        throw UsageError(fmt::format(
            "{}: names the diagnosis '{}', which there is not{}; `sockgrade list diagnoses` shows them all",
            program.path, id, near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near)));
    }
    if (explained == Explained::always && must_be_explained(program) && program.diagnoses.empty())
        throw UsageError(fmt::format(
            "{}: a rejected program names what explains it after `diagnosis:`, or says `none` there",
            program.path));
    if (!may_be_explained(program) && !program.diagnoses.empty())
        throw UsageError(fmt::format(
            "{}: only a forgiven program, or a rejected one of which one is to blame, names a diagnosis",
            program.path));
}

void check_declaration(const model::Spec& spec, const ProofProgram& program) {
    bool fails_must = false;
    for (const std::string& id : program.fails) {
        const auto found = std::find_if(spec.cases.begin(), spec.cases.end(),
                                        [&](const model::CaseSpec& one) { return one.id == id; });
        if (found == spec.cases.end())
            throw UsageError(fmt::format("{}: names the case '{}', which {} does not have", program.path, id,
                                         spec.exercise));
        fails_must = fails_must || found->level == model::Level::must;
    }
    if (program.kind == Kind::accepted && !program.fails.empty())
        throw UsageError(fmt::format("{}: an accepted program fails no case", program.path));
    if (program.kind == Kind::forgiven && (fails_must || program.fails.empty()))
        throw UsageError(
            fmt::format("{}: a forgiven program fails some `should` cases and no `must` case", program.path));
    if (spec.is_pair() && program.kind == Kind::rejected && program.blamed.empty())
        throw UsageError(fmt::format("{}: a rejected pair names who is wrong after `blamed:`", program.path));
    if (program.kind == Kind::rejected && !fails_must)
        throw UsageError(fmt::format("{}: a rejected program names at least one `must` case after `fails:`",
                                     program.path));
}

}  // namespace

std::set<std::string> declared(const std::string& path, std::string_view mark) {
    constexpr int kLines = 10;
    std::ifstream file(path);
    std::set<std::string> names;
    std::string line;
    for (int i = 0; i < kLines && std::getline(file, line); ++i) {
        const std::size_t at = line.find(mark);
        if (at == std::string::npos) continue;
        std::string name;
        for (const char c : line.substr(at + mark.size()) + ",") {
            if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_') {
                name += c;
            } else if (!name.empty() && name != "-") {
                names.insert(std::exchange(name, {}));
            }
        }
        break;
    }
    names.erase("-");
    return names;
}

std::vector<ProofProgram> proof_programs(const model::Spec& spec, Explained explained) {
    if (spec.proof.empty()) throw UsageError(fmt::format("{}: has no `proof`", spec.file));
    const fs::path proof = fs::path(spec.file).parent_path() / spec.proof;
    std::vector<ProofProgram> programs;
    for (const auto& [kind, name] : {std::pair{Kind::accepted, "accepted"},
                                     {Kind::forgiven, "forgiven"},
                                     {Kind::rejected, "rejected"}}) {
        const fs::path folder = proof / name;
        if (!fs::is_directory(folder)) {
            if (kind == Kind::forgiven) continue;
            throw UsageError(
                fmt::format("{}: its proof has no folder {}", spec.file, folder.lexically_normal().string()));
        }
        std::vector<fs::path> paths;
        for (const auto& entry : fs::directory_iterator(folder))
            paths.push_back(entry.path().lexically_normal());
        std::sort(paths.begin(), paths.end());
        if (paths.empty())
            throw UsageError(
                fmt::format("{}: no program in {}", spec.file, folder.lexically_normal().string()));
        for (const fs::path& path : paths) {
            programs.push_back(declaration(spec, kind, path));
            check_declaration(spec, programs.back());
            check_diagnoses(programs.back(), explained);
        }
    }
    return programs;
}

std::string disagreement(const ProofProgram& program, const model::Result& result) {
    std::vector<std::string> wrong;
    std::set<std::string> unused = program.diagnoses;
    for (const model::CaseResult& one : result.cases) {
        const bool should_fail = program.fails.contains(one.id);
        const std::string diagnosis =
            one.diagnoses.empty() ? std::string(kUnexplained) : one.diagnoses.front().id;
        const std::string explained =
            one.diagnoses.empty() ? "nothing explains it" : "explained by " + diagnosis;
        if (should_fail && one.verdict != Verdict::failed)
            wrong.push_back(fmt::format("{} should fail, but {}", one.id, model::to_string(one.verdict)));
        else if (!should_fail && one.verdict == Verdict::failed)
            wrong.push_back(fmt::format("{} failed ({}; {}): {}", one.id, model::to_string(*one.cause),
                                        explained, one.findings.empty() ? "" : one.findings.back().detail));
        else if (should_fail && one.blamed != program.blamed)
            wrong.push_back(fmt::format("{} is blamed on the {}, and should be on the {}: {}", one.id,
                                        one.blamed, program.blamed, one.summary));
        else if (should_fail && !program.diagnoses.empty() && !program.diagnoses.contains(diagnosis))
            wrong.push_back(fmt::format("{} ({}): {}, and should be by {}", one.id,
                                        model::to_string(*one.cause), explained,
                                        list_of({program.diagnoses.begin(), program.diagnoses.end()}, "or")));
        else if (one.verdict == Verdict::inconclusive || one.verdict == Verdict::unsupported)
            wrong.push_back(fmt::format("{} is {}: {}", one.id, model::to_string(one.verdict), one.summary));
        else if (program.kind == Kind::accepted && one.verdict != Verdict::passed)
            wrong.push_back(fmt::format("{} is {}", one.id, model::to_string(one.verdict)));
        if (one.verdict == Verdict::failed || !one.diagnoses.empty()) unused.erase(diagnosis);
    }
    for (const std::string& id : unused) wrong.push_back(fmt::format("nothing is explained by {}", id));
    return fmt::format("{}", fmt::join(wrong, "; "));
}

}  // namespace sockgrade::grading
