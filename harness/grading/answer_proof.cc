#include "grading/answer_proof.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "base/error.hh"
#include "base/text.hh"
#include "grading/answers.hh"
#include "grading/proof.hh"
#include "questions/judge.hh"

namespace sockgrade::grading {

namespace fs = std::filesystem;
using model::Question;

namespace {

bool is_judged_here(const Question& question) { return question.kind != Question::Kind::open; }

std::vector<AnswerProof> proofs_in(const fs::path& folder, bool is_accepted, const model::Spec& spec) {
    std::vector<AnswerProof> proofs;
    if (fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            proofs.push_back({is_accepted, entry.path().lexically_normal().string(),
                              declared(entry.path().string(), "# fails:")});
    std::sort(proofs.begin(), proofs.end(),
              [](const AnswerProof& a, const AnswerProof& b) { return a.path < b.path; });
    if (proofs.empty())
        throw UsageError(fmt::format("{}: no answers in {}", spec.file, folder.lexically_normal().string()));
    return proofs;
}

void check_declared(const AnswerProof& proof, const model::Spec& spec) {
    if (proof.is_accepted != proof.fails.empty())
        throw UsageError(fmt::format("{}: {}", proof.path,
                                     proof.is_accepted ? "accepted answers fail no question"
                                                       : "rejected answers name a question after `fails:`"));
    for (const std::string& id : proof.fails) {
        const bool is_known =
            std::any_of(spec.questions.begin(), spec.questions.end(),
                        [&](const Question& one) { return one.id == id && is_judged_here(one); });
        if (!is_known)
            throw UsageError(
                fmt::format("{}: names the question '{}', which {} does not have, or leaves to a "
                            "person",
                            proof.path, id, spec.exercise));
    }
}

}  // namespace

std::vector<AnswerProof> answer_proofs(const model::Spec& spec) {
    if (spec.questions.empty()) return {};
    const fs::path folder = fs::path(spec.file).parent_path() / spec.proof / "answers";
    std::vector<AnswerProof> proofs = proofs_in(folder / "accepted", true, spec);
    for (AnswerProof& proof : proofs_in(folder / "rejected", false, spec)) proofs.push_back(std::move(proof));
    for (const AnswerProof& proof : proofs) check_declared(proof, spec);
    for (const Question& question : spec.questions) {
        const bool is_failed = std::any_of(proofs.begin(), proofs.end(), [&](const AnswerProof& proof) {
            return proof.fails.contains(question.id);
        });
        if (is_judged_here(question) && !is_failed)
            throw UsageError(
                fmt::format("{}: no rejected answers fail the question '{}', so nothing proves it", spec.file,
                            question.id));
    }
    return proofs;
}

model::Result grade_proof(const model::Spec& spec, const AnswerProof& proof) {
    return grade_answers(spec, proof.path, read_answers_file(proof.path, spec), "", "");
}

std::string disagreement(const AnswerProof& proof, const model::Result& result) {
    std::vector<std::string> wrong = result.notes;
    for (const model::CaseResult& one : result.cases) {
        const bool is_failed = one.verdict == model::Verdict::failed;
        const bool is_open = one.question == model::to_string(Question::Kind::open);
        if (proof.fails.contains(one.id) != is_failed)
            wrong.push_back(fmt::format("{} {}", one.id,
                                        is_failed ? "failed: " + one.summary : "should fail, but did not"));
        else if (proof.is_accepted && one.for_a_person && !is_open)
            wrong.push_back(fmt::format("{} was not understood: {}", one.id, one.summary));
    }
    return fmt::format("{}", fmt::join(wrong, "; "));
}

}  // namespace sockgrade::grading
