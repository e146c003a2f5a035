// The proof of the questions beside a spec, in its proof's folder `answers`: accepted/*.yaml are right,
// however they are written; rejected/*.yaml fail exactly the questions that a comment in their first lines
// names (`# fails: id, id`). Each question that is judged here is failed by one of them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/result.hh"
#include "model/spec.hh"

namespace sockgrade::grading {

struct AnswerProof {
    bool is_accepted = true;
    std::string path;
    std::set<std::string> fails;
};

// None where a spec has no questions. UsageError when a class is missing, or a question that nothing fails.
std::vector<AnswerProof> answer_proofs(const model::Spec& spec);

model::Result grade_proof(const model::Spec& spec, const AnswerProof& proof);

// What is wrong with the result of one of them, in one line; empty when it is as it should be.
std::string disagreement(const AnswerProof& proof, const model::Result& result);

}  // namespace sockgrade::grading
