#include "grading/proof.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"

namespace sockgrade::grading {

namespace fs = std::filesystem;
using Kind = ProofProgram::Kind;
using model::Verdict;

namespace {

constexpr std::string_view kMark = "fails:";

std::set<std::string> declared_failures(const fs::path& program) {
    constexpr int kLines = 10;
    std::ifstream file(fs::is_directory(program) ? program / "Makefile" : program);
    std::set<std::string> fails;
    std::string line;
    for (int i = 0; i < kLines && std::getline(file, line); ++i) {
        const std::size_t mark = line.find(kMark);
        if (mark == std::string::npos) continue;
        std::string name;
        for (const char c : line.substr(mark + kMark.size()) + ",") {
            if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-') {
                name += c;
            } else if (!name.empty() && name != "-") {
                fails.insert(std::exchange(name, {}));
            }
        }
        break;
    }
    fails.erase("-");
    return fails;
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
    if (program.kind == Kind::rejected && !fails_must)
        throw UsageError(fmt::format("{}: a rejected program names at least one `must` case after `fails:`",
                                     program.path));
}

}  // namespace

std::vector<ProofProgram> proof_programs(const model::Spec& spec) {
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
            programs.push_back({kind, path.string(), declared_failures(path)});
            check_declaration(spec, programs.back());
        }
    }
    return programs;
}

std::string disagreement(const ProofProgram& program, const model::Result& result) {
    std::vector<std::string> wrong;
    for (const model::CaseResult& one : result.cases) {
        const bool should_fail = program.fails.contains(one.id);
        if (should_fail && one.verdict != Verdict::failed)
            wrong.push_back(fmt::format("{} should fail, but {}", one.id, model::to_string(one.verdict)));
        else if (!should_fail && one.verdict == Verdict::failed)
            wrong.push_back(fmt::format("{} failed ({}): {}", one.id, model::to_string(*one.cause),
                                        one.findings.empty() ? "" : one.findings.back().detail));
        else if (one.verdict == Verdict::inconclusive || one.verdict == Verdict::unsupported)
            wrong.push_back(fmt::format("{} is {}: {}", one.id, model::to_string(one.verdict), one.summary));
        else if (program.kind == Kind::accepted && one.verdict != Verdict::passed)
            wrong.push_back(fmt::format("{} is {}", one.id, model::to_string(one.verdict)));
    }
    return fmt::format("{}", fmt::join(wrong, "; "));
}

}  // namespace sockgrade::grading
