#include "build/folder.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "build/languages.hh"
#include "build/makefile.hh"
#include "build/pick.hh"
#include "build/tree.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

struct Candidates {
    std::vector<std::string> sources;
    std::vector<std::string> executables;
};

Candidates candidates_in(const fs::path& folder) {
    Candidates found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        // Hidden files are leftovers of editors and of macOS (._server.py).
        if (name.starts_with('.') || !is_file_inside(folder, entry->path())) continue;
        if (language_of(name) != nullptr) {
            found.sources.push_back(name);
        } else if (is_executable(entry->path())) {
            found.executables.push_back(name);
        }
    }
    if (error == std::errc::permission_denied) {
        throw UsageError(folder.string() + ": you may not read it; try: chmod u+rx " +
                         folder.filename().string());
    }
    if (error) throw UsageError(folder.string() + ": " + error.message());
    // Not in the order of the disk, which no message and no choice may depend on.
    std::sort(found.sources.begin(), found.sources.end());
    std::sort(found.executables.begin(), found.executables.end());
    return found;
}

std::string choose(const fs::path& folder, const std::vector<std::string>& names,
                   const BuildOptions& options) {
    std::vector<std::string> stems;
    stems.reserve(names.size());
    for (const std::string& name : names) stems.push_back(fs::path(name).stem().string());
    if (const auto picked = pick(stems, options.preferred_names)) return names[*picked];
    const std::string advice =
        options.preferred_names.empty()
            ? ""
            : ", or call one of them " + list_of(options.preferred_names, "or") + " (with its ending)";
    throw UsageError(fmt::format("{}: several programs in it ({}); name the file to grade{}", folder.string(),
                                 list_of(names), advice));
}

Built build_only_program(const fs::path& folder, Workshop& workshop) {
    const Candidates found = candidates_in(folder);
    // A compiled program lies beside its source; the source is what was handed in.
    const auto& names = found.sources.empty() ? found.executables : found.sources;
    if (names.empty()) {
        throw UsageError(
            fmt::format("{}: no program in it; it needs a Makefile, an executable or a file that ends in {}",
                        folder.string(), known_endings()));
    }
    return build_file(open_source((folder / choose(folder, names, workshop.options())).string()), workshop);
}

}  // namespace

Built build_folder(const std::string& path, Workshop& workshop) {
    std::error_code error;
    const fs::path folder = fs::canonical(path, error);
    if (error) throw UsageError(path + ": " + error.message());
    const auto makefile = find_makefile(folder);
    if (!makefile) return build_only_program(folder, workshop);
    Made made = make(folder, *makefile, workshop);
    // A Makefile may be there for what needs no compiler, or only for javac.
    return made.built ? std::move(*made.built) : build_only_program(made.copy, workshop);
}

}  // namespace sockgrade::build
