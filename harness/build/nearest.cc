#include "build/nearest.hh"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "build/languages.hh"
#include "build/makefile.hh"
#include "build/pick.hh"
#include "build/program_parts.hh"
#include "build/tree.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

bool has_language(const std::string& path) { return language_of(path) != nullptr; }

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

}  // namespace

bool is_clutter(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kClutter = {"__MACOSX",  "__pycache__", "node_modules",
                                                                 "Thumbs.db", "desktop.ini", "venv"};
    return name.starts_with('.') || std::find(kClutter.begin(), kClutter.end(), name) != kClutter.end();
}

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

bool is_program(const std::string& folder, const std::string& path) {
    if (path.ends_with('/')) return true;
    const fs::path file = fs::path(folder) / path;
    return is_file_inside(folder, file) && (has_language(path) || is_executable(file));
}

void drop_compiled(std::vector<std::string>& paths) {
    if (std::any_of(paths.begin(), paths.end(), has_language))
        std::erase_if(paths,
                      [](const std::string& path) { return !path.ends_with('/') && !has_language(path); });
}

Nearest nearest_program(const std::string& folder, const std::vector<std::string>& wanted_names) {
    std::vector<std::string> programs;
    for (const std::string& path : paths_below(folder))
        if (!path.ends_with('/') && is_program(folder, path)) programs.push_back(path);
    if (programs.empty()) return {};
    // A Makefile at the top builds what lies in folders below.
    const std::string nearest = folder_of(programs.front());
    for (std::size_t end = 0; end != std::string::npos; end = nearest.find('/', end)) {
        if (end != 0) ++end;
        const std::string one = nearest.substr(0, end);
        if (find_makefile(folder + "/" + one)) return {{one}};
    }
    drop_compiled(programs);
    leave_out_parts(folder, programs);
    std::vector<std::string> stems;
    for (const std::string& path : programs) stems.push_back(fs::path(path).stem().string());
    if (const auto picked = pick(stems, wanted_names)) return {{programs[*picked]}};
    return {std::move(programs)};
}

}  // namespace sockgrade::build
