// sockgrade check --watch: once more whenever a file changes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/result.hh"

namespace sockgrade::cli {

// Cases whose verdict is another one than before, by id.
struct Changes {
    std::vector<std::string> better;
    std::vector<std::string> worse;
};
Changes changes_between(const model::Result& before, const model::Result& after);
std::string in_words(const Changes& changes);

// `grade` grades once, writes its report and returns the result; what goes wrong in it is said, and the next
// change waited for. Ctrl-C ends it. Returns the last exit status.
int watch(const std::vector<std::string>& paths, const std::function<model::Result()>& grade);

}  // namespace sockgrade::cli
