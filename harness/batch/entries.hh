// What a folder of hand-ins holds.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::batch {

// Gradescope's list of who handed in what, beside the hand-ins of an export.
constexpr std::string_view kGradescopeMetadata = "submission_metadata.yml";

struct Entry {
    std::string name;
    std::filesystem::path path;
    bool is_folder = false;
};

// Links in the folder of a class are its instructor's, who may keep hand-ins anywhere. Links in a hand-in are
// its student's: they could lead to the hand-in of a neighbour, or to files that only the grader may read.
enum class Links { followed, left_out };

// The files and folders in a folder, by name. Leftovers of editors and of operating systems are no part of
// it, nor is Gradescope's list. Throws UsageError for a folder that can't be read.
std::vector<Entry> entries_of(const std::filesystem::path& folder, Links links);

}  // namespace sockgrade::batch
