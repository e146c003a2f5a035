#include "build/folder.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "build/languages.hh"
#include "build/makefile.hh"
#include "build/nearest.hh"
#include "build/other_files.hh"
#include "build/pick.hh"
#include "build/program_parts.hh"
#include "build/tree.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

struct Candidates {
    std::vector<std::string> sources;
    std::vector<std::string> all_sources;  // with those that are only parts of a program
    std::vector<std::string> scripts;      // in a language of their own
    std::vector<std::string> executables;  // these, and what was compiled
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
            if (!is_elf(open_source(entry->path().string()).text)) found.scripts.push_back(name);
        }
    }
    if (error == std::errc::permission_denied) {
        throw UsageError(folder.string() + ": you may not read it; try: chmod u+rx " +
                         folder.filename().string());
    }
    if (error) throw UsageError(folder.string() + ": " + error.message());
    // Not in the order of the disk, which no message and no choice may depend on.
    std::sort(found.sources.begin(), found.sources.end());
    std::sort(found.scripts.begin(), found.scripts.end());
    std::sort(found.executables.begin(), found.executables.end());
    found.all_sources = found.sources;
    leave_out_parts(folder.string(), found.sources);
    return found;
}

std::vector<std::string> stems_of(const std::vector<std::string>& names) {
    std::vector<std::string> stems;
    stems.reserve(names.size());
    for (const std::string& name : names) stems.push_back(fs::path(name).stem().string());
    return stems;
}

// A script beside sources is most often a helper; when it is named as the program should be, and no source
// is, it is the program.
std::optional<std::string> script_by_name(const Candidates& found, const BuildOptions& options) {
    std::vector<std::string> all = found.sources;
    all.insert(all.end(), found.scripts.begin(), found.scripts.end());
    if (found.sources.empty() || found.scripts.empty()) return std::nullopt;
    const auto picked = pick(stems_of(all), options.preferred_names);
    if (!picked || *picked < found.sources.size()) return std::nullopt;
    return all[*picked];
}

[[noreturn]] void refuse_several(const fs::path& folder, const std::vector<std::string>& names,
                                 const BuildOptions& options) {
    const std::vector<std::string> stems = stems_of(names);
    const bool has_name = std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
        return std::count(options.preferred_names.begin(), options.preferred_names.end(), stem) > 0;
    });
    const std::string advice =
        options.preferred_names.empty() || has_name
            ? ""
            : ", or call one of them " + list_of(options.preferred_names, "or") + " (with its ending)";
    throw UsageError(fmt::format("{}: several programs in it ({}); name the file to grade{}", folder.string(),
                                 list_of(names), advice));
}

std::string choose(const fs::path& folder, const std::vector<std::string>& names,
                   const BuildOptions& options) {
    const std::vector<std::string> stems = stems_of(names);
    if (const auto picked = pick(stems, options.preferred_names)) return names[*picked];
    refuse_several(folder, names, options);
}

// Says what there is instead: a student who has handed in Server.class wants to know about that.
[[noreturn]] void refuse_empty(const fs::path& folder) {
    std::string first;
    for (const std::string& path : paths_below(folder.string())) {
        const OtherKind kind = kind_of_other(path);
        if (kind == OtherKind::unknown || path.ends_with('/')) continue;
        const bool is_better = !first.empty() && kind_of_other(first) == OtherKind::document &&
                               kind == OtherKind::part_of_a_program;
        if (first.empty() || is_better) first = path;
    }
    if (!first.empty())
        throw UsageError(fmt::format("{}: no program in it. {}: {}", folder.string(), escape(first),
                                     advice_on_other(first)));
    if (fs::exists(folder / "Makefile") || fs::exists(folder / "makefile"))
        throw UsageError(fmt::format(
            "{}: its Makefile made no program; its first target has to be one, such as `server: server.c`",
            folder.string()));
    throw UsageError(
        fmt::format("{}: no program in it; it needs a Makefile, an executable or a file that ends in {}",
                    folder.string(), known_endings()));
}

// Nothing at the top: as many do, in a folder below, such as src.
Built build_below(const fs::path& folder, Workshop& workshop) {
    const std::vector<std::string> found =
        nearest_program(folder.string(), workshop.options().preferred_names).candidates;
    // The folder itself: its Makefile was content, and there is nothing to start.
    if (found.empty() || found.front().empty()) refuse_empty(folder);
    if (found.size() > 1) refuse_several(folder, found, workshop.options());
    const std::string path = (folder / found.front()).string();
    Built built =
        fs::is_directory(path) ? build_folder(path, workshop) : build_file(open_source(path), workshop);
    built.notes.push_back(fmt::format("the program is {}", found.front()));
    return built;
}

Built build_only_program(const fs::path& folder, Workshop& workshop) {
    const Candidates found = candidates_in(folder);
    // A compiled program lies beside its source; the source is what was handed in.
    const auto& names = found.sources.empty() ? found.executables : found.sources;
    if (names.empty()) return build_below(folder, workshop);
    const auto script = script_by_name(found, workshop.options());
    const std::string name = script ? *script : choose(folder, names, workshop.options());
    Built built = build_file(open_source((folder / name).string()), workshop);
    // A misspelled main() makes a part of it.
    const auto named = pick(stems_of(found.all_sources), workshop.options().preferred_names);
    if (named && !std::count(found.sources.begin(), found.sources.end(), found.all_sources[*named]))
        built.notes.push_back(
            fmt::format("{} was taken, as no program begins in {}", name, found.all_sources[*named]));
    return built;
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
