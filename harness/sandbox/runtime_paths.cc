#include "sandbox/runtime_paths.hh"

#include <stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace sockgrade::sandbox {

namespace {

namespace fs = std::filesystem;

// Longer chains than the kernel itself follows end nowhere.
constexpr int kMostLinks = 40;

// Nix and Guix keep everything in their store; their names for it are links into it.
constexpr std::array kFolders = {
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/opt",
    "/nix/store",
    "/gnu/store",
    "/run/current-system",
};

// Not /etc/ssl or /etc/pki as a whole, which hold private keys, and no npmrc or pip.conf, which hold
// passwords.
constexpr std::array kSettings = {"alternatives",
                                  "ld.so.cache",
                                  "ld.so.conf",
                                  "ld.so.conf.d",
                                  "localtime",
                                  "timezone",
                                  "locale.alias",
                                  "locale.conf",
                                  "host.conf",
                                  "gai.conf",
                                  "networks",
                                  "protocols",
                                  "services",
                                  "rpc",
                                  "ssl/certs",
                                  "ssl/cert.pem",
                                  "ssl/openssl.cnf",
                                  "ca-certificates/extracted",
                                  "pki/ca-trust",
                                  "pki/java",
                                  "pki/tls/certs",
                                  "pki/tls/cert.pem",
                                  "pki/tls/openssl.cnf",
                                  "crypto-policies",
                                  "mime.types",
                                  "terminfo",
                                  "inputrc",
                                  "perl",
                                  "os-release",
                                  "debian_version",
                                  "dotnet",
                                  "mono",
                                  "gnucobol"};

// With a version in their names.
constexpr std::array kSettingsWithVersion = {"fpc", "ghc", "java", "lua", "php", "python", "ruby"};

// The name that a link stands for, one step on; empty for what is no link.
fs::path follow(const fs::path& root, const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::read_symlink(root / path.relative_path(), error);
    if (error) return {};
    return (path.parent_path() / target).lexically_normal();
}

bool ends_covered(const fs::path& root, fs::path path, const std::vector<RuntimePath>& paths) {
    for (int links = 0; links < kMostLinks; ++links) {
        const fs::path next = follow(root, path);
        if (next.empty()) return is_covered(path.string(), paths);
        path = next;
    }
    return false;
}

void add(const fs::path& root, const fs::path& path, std::vector<RuntimePath>& paths) {
    std::error_code error;
    const fs::path file = root / path.relative_path();
    if (fs::is_symlink(fs::symlink_status(file, error)) && ends_covered(root, path, paths)) {
        paths.push_back({path.string(), fs::read_symlink(file, error).string()});
    } else if (fs::exists(file, error)) {
        paths.push_back({path.string(), std::nullopt});
    }
}

std::vector<std::string> settings(const fs::path& root) {
    std::vector<std::string> names(kSettings.begin(), kSettings.end());
    std::error_code error;
    for (fs::directory_iterator entry(root / "etc", error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const bool wanted =
            std::any_of(kSettingsWithVersion.begin(), kSettingsWithVersion.end(),
                        [&](const std::string_view start) { return name.starts_with(start); });
        if (wanted) names.push_back(name);
    }
    // Not in the order of the disk.
    std::sort(names.begin(), names.end());
    return names;
}

bool is_below(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) &&
           (path.size() == folder.size() || folder == "/" || path[folder.size()] == '/');
}

fs::path installation_around(const fs::path& file, const std::string& home) {
    const fs::path folder = file.parent_path();
    const fs::path whole = folder.filename() == "bin" ? folder.parent_path() : folder;
    return is_shared_folder(whole.string(), home) ? file : whole;
}

}  // namespace

bool is_covered(std::string_view path, const std::vector<RuntimePath>& paths) {
    return std::any_of(paths.begin(), paths.end(),
                       [&](const RuntimePath& known) { return is_below(path, known.path); });
}

std::vector<RuntimePath> runtime_paths(const std::string& root) {
    const fs::path top = root.empty() ? "/" : root;
    std::vector<RuntimePath> paths;
    for (const char* folder : kFolders) add(top, folder, paths);
    for (const std::string& name : settings(top)) add(top, fs::path("/etc") / name, paths);
    return paths;
}

std::string home_folder() {
    const char* const home = ::getenv("HOME");
    return home != nullptr ? home : "";
}

bool is_shared_folder(const std::string& folder, const std::string& home) {
    const char* const temporary = ::getenv("TMPDIR");
    for (const std::string_view common :
         {"/tmp", "/var/tmp", "/dev/shm", temporary != nullptr ? temporary : ""})
        if (is_below(common, folder)) return true;
    if (home.empty()) return false;
    std::error_code error;
    const std::string real = fs::weakly_canonical(home, error).string();
    return is_below(home, folder) || is_below(real, folder) || folder == home + "/.local" ||
           folder == real + "/.local";
}

std::vector<std::string> installation_of(const std::string& tool, const std::string& home) {
    const std::vector<RuntimePath> known = runtime_paths();
    std::vector<std::string> found;
    const auto need = [&](const fs::path& file) {
        const std::string path = installation_around(file, home).string();
        const bool there = std::any_of(found.begin(), found.end(),
                                       [&](const std::string& folder) { return is_below(path, folder); });
        if (!there && !is_covered(path, known)) found.push_back(path);
    };
    std::error_code error;
    fs::path file = fs::absolute(tool).lexically_normal();
    for (int links = 0; links < kMostLinks && fs::exists(file, error); ++links) {
        need(file);
        // Folders on the way may be links too (~/.sdkman/candidates/java/current): both names are needed.
        const fs::path real = fs::canonical(file.parent_path(), error) / file.filename();
        if (error) break;
        need(real);
        file = follow("/", real);
        if (file.empty()) break;
    }
    return found;
}

}  // namespace sockgrade::sandbox
