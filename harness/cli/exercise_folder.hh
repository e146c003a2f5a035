// A folder that a student works in: `sockgrade start` lays it out, and in it `sockgrade check` needs no
// words.
#pragma once

#include <optional>
#include <string>

namespace sockgrade::cli {

// The file in it that says which exercise it is for.
inline constexpr const char* kExerciseFile = ".sockgrade";

// Its content.
std::string exercise_file(const std::string& exercise);

// The exercise that the folder's file names; nothing where there is no such file. It is somebody else's text:
// UsageError where it is not what exercise_file() writes, or names no exercise that came with this program.
std::optional<std::string> exercise_of(const std::string& folder);

}  // namespace sockgrade::cli
