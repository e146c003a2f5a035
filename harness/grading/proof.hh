// A spec carries its own proof: programs that it must accept, forgive and reject (design rule 9).
//
// accepted/  pass every case.
// forgiven/  right, though odd: they pass every `must` case and fail exactly the `should` cases that they
// name. rejected/  wrong in one way: they fail exactly the cases that they name, a `must` case among them. A
// program names them in a comment in its first ten lines: `fails: case-id, case-id`. For a folder, its
// Makefile does. Of a pair it is a folder with both programs, and any file in it says so; behind `blamed:`
// stands the role of the one that is wrong, or `neither`.
//
// A program may also name, behind `diagnosis:`, what explains its mistake: the likeliest diagnosis of each
// case that it fails is one of these, and each of these is that of some case. Right verdicts with a wrong
// explanation send students the wrong way, so each rejected program of Sockgrade's own specs has to; a
// forgiven one may. `none` stands for cases that nothing explains: what was awaited and what came says it all
// there, and a diagnosis would be a false one. Other specs may be about mistakes that no diagnosis knows:
// there nobody has to. A pair that blames `neither` names none: its verdict says what does not fit.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grading/grade.hh"

namespace sockgrade::grading {

struct ProofProgram {
    enum class Kind { accepted, forgiven, rejected };
    Kind kind = Kind::accepted;
    std::string path;
    std::set<std::string> fails;
    std::set<std::string> diagnoses{};  // of a rejected one, and maybe of a forgiven one
    std::string blamed{};               // of a pair
};

// The names behind `mark` in the first lines of a file.
std::set<std::string> declared(const std::string& path, std::string_view mark);

// Whether a rejected program has to name what explains it.
enum class Explained { always, where_named };

// The programs of a spec, in a fixed order. UsageError when a class is missing or a program breaks the rules
// above.
std::vector<ProofProgram> proof_programs(const model::Spec& spec, Explained explained);

// What is wrong with the result of one of them, in one line; empty when it is as it should be.
std::string disagreement(const ProofProgram& program, const model::Result& result);

}  // namespace sockgrade::grading
