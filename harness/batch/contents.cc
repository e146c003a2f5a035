#include "batch/contents.hh"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/fingerprint.hh"
#include "base/text.hh"
#include "batch/glob.hh"
#include "batch/names.hh"
#include "batch/submissions.hh"
#include "build/languages.hh"
#include "build/makefile.hh"
#include "build/pick.hh"
#include "build/program_parts.hh"
#include "build/tree.hh"

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
    for (const std::string& path : paths_below(folder.string())) {
        all.add(path);
        std::error_code ignored;
        if (!path.ends_with('/') && fs::is_regular_file(fs::symlink_status(folder / path, ignored)))
            add_bytes(all, folder / path);
    }
}

// Can it be graded: a source, an executable, or a folder with something to build?
bool is_program(const fs::path& folder, const std::string& path) {
    if (path.ends_with('/')) return true;
    const fs::path file = folder / path;
    if (!build::is_file_inside(folder, file)) return false;
    return build::language_of(path) != nullptr || build::is_executable(file);
}

bool is_source(const std::string& path) { return build::language_of(path) != nullptr; }

// A compiled program lies beside its source, and the source is what was handed in.
void drop_compiled(std::vector<std::string>& paths) {
    if (std::any_of(paths.begin(), paths.end(), is_source))
        std::erase_if(paths,
                      [](const std::string& path) { return !path.ends_with('/') && !is_source(path); });
}

Choice of_candidates(std::vector<std::string> candidates, bool first_of_several) {
    if (candidates.empty()) return {};
    if (candidates.size() == 1 || first_of_several) return {Choice::What::found, candidates.front(), {}};
    return {Choice::What::several, "", std::move(candidates)};
}

Choice by_patterns(const std::string& folder, const Wanted& wanted) {
    const std::vector<std::string> paths = paths_below(folder);
    for (const std::string& pattern : wanted.patterns) {
        std::vector<std::string> found;
        for (const std::string& path : paths)
            if (glob_matches(pattern, path, wanted.ignore_case) && is_program(folder, path))
                found.push_back(path);
        drop_compiled(found);
        build::leave_out_parts(folder, found);
        if (!found.empty()) return of_candidates(std::move(found), wanted.first_of_several);
    }
    return {};
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

// Without patterns: the folder with the nearest program in it decides. A Makefile builds what is there, one
// program is the one, and of several the one with the role in its name.
Choice by_role(const std::string& folder, const Wanted& wanted) {
    std::vector<std::string> programs;
    for (const std::string& path : paths_below(folder))
        if (!path.ends_with('/') && is_program(folder, path)) programs.push_back(path);
    if (programs.empty()) return {};
    // A Makefile at the top builds what lies in folders below.
    const std::string nearest = folder_of(programs.front());
    for (std::size_t end = 0; end != std::string::npos; end = nearest.find('/', end)) {
        if (end != 0) ++end;
        const std::string one = nearest.substr(0, end);
        if (build::find_makefile(folder + "/" + one)) return {Choice::What::found, one, {}};
    }
    drop_compiled(programs);
    build::leave_out_parts(folder, programs);
    std::vector<std::string> stems;
    for (const std::string& path : programs) stems.push_back(fs::path(path).stem().string());
    if (const auto picked = build::pick(stems, {wanted.role}))
        return {Choice::What::found, programs[*picked], {}};
    return of_candidates(std::move(programs), wanted.first_of_several);
}

}  // namespace

std::vector<std::string> paths_below(const std::string& folder, std::size_t most) {
    std::vector<std::string> paths;
    std::error_code error;
    const fs::path top(folder);
    for (fs::recursive_directory_iterator entry(top, fs::directory_options::skip_permission_denied, error),
         end;
         !error && entry != end && paths.size() < most; entry.increment(error)) {
        std::error_code ignored;
        const bool is_folder = fs::is_directory(entry->symlink_status(ignored));
        const bool is_environment = is_folder && fs::exists(entry->path() / "pyvenv.cfg", ignored);
        if (is_clutter(entry->path().filename().string()) || is_environment) {
            if (is_folder) entry.disable_recursion_pending();
            continue;
        }
        paths.push_back(entry->path().lexically_relative(top).string() + (is_folder ? "/" : ""));
    }
    const auto depth = [](const std::string& path) {
        return std::count(path.begin(), path.end(), '/') - (path.ends_with('/') ? 1 : 0);
    };
    std::sort(paths.begin(), paths.end(), [&](const std::string& a, const std::string& b) {
        return std::pair(depth(a), a) < std::pair(depth(b), b);
    });
    return paths;
}

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
