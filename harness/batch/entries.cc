#include "batch/entries.hh"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/error.hh"
#include "build/nearest.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

fs::file_type type_of(const fs::directory_entry& entry, Links links) {
    std::error_code ignored;
    return (links == Links::followed ? entry.status(ignored) : entry.symlink_status(ignored)).type();
}

}  // namespace

std::vector<Entry> entries_of(const fs::path& folder, Links links) {
    std::vector<Entry> entries;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (build::is_clutter(name) || name == kGradescopeMetadata) continue;
        const fs::file_type type = type_of(*entry, links);
        if (type == fs::file_type::directory || type == fs::file_type::regular)
            entries.push_back({name, entry->path(), type == fs::file_type::directory});
    }
    if (error)
        throw UsageError(fmt::format("can't read the folder '{}': {}", folder.string(), error.message()));
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
}

}  // namespace sockgrade::batch
