// Where the files lie that come with the program: specs, handouts and starters, proofs.
#pragma once

#include <filesystem>
#include <optional>

namespace sockgrade::shipped {

struct Places {
    std::filesystem::path executable;  // the program's own file
    std::filesystem::path installed;   // the folder where an installation has them; empty: none
    std::filesystem::path source;      // the source tree of a development build; empty: none
};

// The first that has a folder `specs`. What lies beside the executable goes first, so that a copy that was
// moved, or unpacked somewhere, uses what came with it. The source tree is last.
std::optional<std::filesystem::path> data_folder(const Places& places);

}  // namespace sockgrade::shipped
