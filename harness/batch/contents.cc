#include "batch/contents.hh"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/fingerprint.hh"
#include "batch/glob.hh"
#include "batch/submissions.hh"
#include "build/nearest.hh"
#include "build/program_parts.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

void add_bytes(Fingerprint& all, const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return all.add("unreadable");
    std::array<char, 64 << 10> buffer;
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
        all.add({buffer.data(), static_cast<std::size_t>(file.gcount())});
}

void add_tree(Fingerprint& all, const fs::path& folder) {
    for (const std::string& path : build::paths_below(folder.string())) {
        all.add(path);
        std::error_code ignored;
        if (!path.ends_with('/') && fs::is_regular_file(fs::symlink_status(folder / path, ignored)))
            add_bytes(all, folder / path);
    }
}

Choice of_candidates(std::vector<std::string> candidates, bool first_of_several) {
    if (candidates.empty()) return {};
    if (candidates.size() == 1 || first_of_several) return {Choice::What::found, candidates.front(), {}};
    return {Choice::What::several, "", std::move(candidates)};
}

Choice by_patterns(const std::string& folder, const Wanted& wanted) {
    const std::vector<std::string> paths = build::paths_below(folder);
    for (const std::string& pattern : wanted.patterns) {
        std::vector<std::string> found;
        for (const std::string& path : paths)
            if (glob_matches(pattern, path, wanted.ignore_case) && build::is_program(folder, path))
                found.push_back(path);
        build::drop_compiled(found);
        build::leave_out_parts(folder, found);
        if (!found.empty()) return of_candidates(std::move(found), wanted.first_of_several);
    }
    return {};
}

Choice by_role(const std::string& folder, const Wanted& wanted) {
    return of_candidates(build::nearest_program(folder, {wanted.role}).candidates, wanted.first_of_several);
}

}  // namespace

std::string fingerprint_of(const std::vector<HandedFile>& files) {
    Fingerprint all;
    for (const HandedFile& file : files) {
        all.add(file.name);
        if (fs::is_directory(file.path))
            add_tree(all, file.path);
        else
            add_bytes(all, file.path);
    }
    return all.to_string();
}

Choice choose_program(const std::string& folder, const Wanted& wanted) {
    return wanted.patterns.empty() ? by_role(folder, wanted) : by_patterns(folder, wanted);
}

}  // namespace sockgrade::batch
