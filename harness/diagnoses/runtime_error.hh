#pragma once

#include <span>
#include <string_view>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// What a language's runtime says when it stops a program, and what usually helps a beginner with it.
struct KnownError {
    std::string_view error;
    std::string_view hint;
};

// The hint of the first known error that stands in `text`; a general one when none does.
std::string_view hint_for(std::string_view text, std::span<const KnownError> known);

// "Java stopped at Server.java:12: ...". `place` may be empty. Both are quoted from what the program printed.
model::Diagnosis stopped_by(std::string_view runtime, std::string_view place, std::string_view error,
                            std::string_view hint, const Failure& failure);

}  // namespace sockgrade::diagnoses
