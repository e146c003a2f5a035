// Results as JSON, without loss, transcripts and all: a saved result gives every report again. Not the format
// for others, which is reports/json.cc.
#pragma once

#include <string>
#include <string_view>

#include "model/result.hh"

namespace sockgrade::record {

inline constexpr const char* kResultSchema = "sockgrade/saved-result/2";
inline constexpr const char* kCaseSchema = "sockgrade/saved-case/1";

std::string result_to_json(const model::Result& result);
// Bad input: a UsageError that says what is wrong, and where.
model::Result result_from_json(std::string_view text);

// One case of it.
std::string case_to_json(const model::CaseResult& one);
model::CaseResult case_from_json(std::string_view text);

}  // namespace sockgrade::record
