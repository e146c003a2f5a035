#include "build/makefile.hh"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "build/c_hints.hh"
#include "build/log.hh"
#include "build/pick.hh"
#include "build/source_file.hh"
#include "build/tree.hh"
#include "sandbox/runtime_paths.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

// What changes when a file is written again.
using Stamp = std::tuple<ino_t, off_t, time_t, long>;

Stamp stamp_of(const fs::path& file) {
    struct stat status {};
    ::stat(file.c_str(), &status);
    return {status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

std::map<std::string, Stamp> stamps(const fs::path& folder) {
    std::map<std::string, Stamp> result;
    for (const std::string& name : executables_below(folder)) result[name] = stamp_of(folder / name);
    return result;
}

bool has_target(const std::string& makefile, const std::string& target) {
    const auto lines = lines_of(makefile);
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.starts_with('\t')) return false;
        if (line.substr(colon).starts_with(":=")) return false;
        const auto words = " " + std::string(trim(line.substr(0, colon))) + " ";
        return words.find(" " + target + " ") != std::string::npos;
    });
}

std::vector<std::string> stems_of(const std::vector<std::string>& files) {
    std::vector<std::string> stems;
    stems.reserve(files.size());
    for (const std::string& file : files) stems.push_back(fs::path(file).stem().string());
    return stems;
}

bool has_name(const std::vector<std::string>& files, const std::vector<std::string>& wanted) {
    const auto stems = stems_of(files);
    return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
        return std::find(wanted.begin(), wanted.end(), stem) != wanted.end();
    });
}

// The tool that make was to start and that is not here; empty when that was not the trouble.
std::string missing_tool(std::string_view output) {
    if (output.find(" Error 127") == std::string_view::npos) return "";
    for (const std::string_view line : lines_of(output)) {
        const bool by_make = line.starts_with("make: ") && line.ends_with(": No such file or directory");
        const bool by_shell = line.ends_with(": not found") || line.ends_with(": command not found");
        if (!by_make && !by_shell) continue;
        std::string_view name = line.substr(0, line.rfind(": "));
        if (const std::size_t colon = name.rfind(": "); colon != std::string_view::npos)
            name = name.substr(colon + 2);
        if (!name.empty() && name.find_first_of("/ *") == std::string_view::npos) return std::string(name);
    }
    return "";
}

std::string hint_about(const std::string& output) {
    const std::string tool = missing_tool(output);
    return tool.empty() ? c_error_hint(output)
                        : fmt::format(
                              "the machine that grades has no {0}: ask whether it can be installed there, or "
                              "use one of the languages that the handout names",
                              escape(tool));
}

class Make {
  public:
    Make(fs::path folder, std::string program, Workshop& workshop)
        : folder_(std::move(folder)),
          program_(std::move(program)),
          workshop_(workshop),
          before_(stamps(folder_)) {}

    // Everything anew (-B): objects from the student's own machine may not fit this one.
    std::optional<BuildFailure> run(const std::string& target = {}) {
        std::vector<std::string> argv = {program_, "-B"};
        if (!target.empty()) argv.push_back(target);
        const auto result = workshop_.run(argv, folder_.string());
        for (const Remark& remark : warnings(result.output)) {
            const std::string note = describe(remark, "") + c_warning_advice(remark.text);
            if (notes_.size() < 8 && std::find(notes_.begin(), notes_.end(), note) == notes_.end()) {
                notes_.push_back(note);
            }
        }
        if (result.succeeded()) return std::nullopt;
        BuildFailure failure = failure_of(result, "make failed", "", workshop_.options().time_limit);
        failure.hint = std::holds_alternative<system::TimedOut>(result.end)
                           ? "make should only build; does it start the program?"
                           : hint_about(result.output);
        return failure;
    }

    std::vector<std::string> new_executables() const {
        std::vector<std::string> fresh;
        for (const auto& [name, stamp] : stamps(folder_)) {
            const auto old = before_.find(name);
            if (old == before_.end() || old->second != stamp) fresh.push_back(name);
        }
        return fresh;
    }

    const std::vector<std::string>& notes() const { return notes_; }

  private:
    fs::path folder_;
    std::string program_;
    Workshop& workshop_;
    std::map<std::string, Stamp> before_;
    std::vector<std::string> notes_;
};

// The new ones; what was handed in ready only counts by its name.
std::vector<std::string> choices(const Make& make, const fs::path& copy,
                                 const std::vector<std::string>& preferred) {
    std::vector<std::string> fresh = make.new_executables();
    if (!has_name(fresh, preferred)) {
        std::vector<std::string> all = executables_below(copy);
        if (has_name(all, preferred)) return all;
    }
    return fresh;
}

// A Makefile may start any of these, wherever they are installed.
void allow_tools(Workshop& workshop) {
    for (const char* name :
         {"gcc", "g++", "cc", "c++", "clang", "clang++", "java", "javac", "go", "python3"}) {
        if (const auto file = workshop.find(name)) workshop.allow(sandbox::installation_of(*file));
    }
}

}  // namespace

std::optional<std::string> find_makefile(const fs::path& folder) {
    for (const char* name : {"GNUmakefile", "makefile", "Makefile"}) {
        if (is_file_inside(folder, folder / name)) return name;
    }
    return std::nullopt;
}

Made make(const fs::path& folder, const std::string& makefile, Workshop& workshop) {
    const std::string program =
        workshop.find({"make", "make"}, "to build " + folder.filename().string() + " with");
    // A Makefile may start what it has built.
    require_that_it_may_start(workshop.folder());
    // As the student's folder was called: a Makefile may use its name.
    const fs::path copy = fs::path(workshop.folder()) / folder.filename();
    copy_tree(folder, copy);
    allow_tools(workshop);

    Make make(copy, program, workshop);
    Made made{copy, Built{}};
    Built& built = *made.built;
    built.folder = copy.string();
    built.failure = make.run();
    const auto& preferred = workshop.options().preferred_names;
    if (!built.failure && !has_name(make.new_executables(), preferred)) {
        // The first target may build the client only.
        const std::string text = open_source((copy / makefile).string()).text;
        const auto target = std::find_if(preferred.begin(), preferred.end(),
                                         [&](const std::string& name) { return has_target(text, name); });
        if (target != preferred.end()) built.failure = make.run(*target);
    }
    built.notes = make.notes();
    if (built.failure) return made;

    const std::vector<std::string> found = choices(make, copy, preferred);
    if (found.empty()) return {copy, std::nullopt};
    const auto picked = pick(stems_of(found), preferred);
    if (!picked) {
        throw UsageError(fmt::format("{}: make builds several programs ({}); call the one to grade {}",
                                     folder.string(), list_of(found),
                                     preferred.empty() ? "by itself" : list_of(preferred, "or")));
    }
    built.command = {(copy / found[*picked]).string()};
    built.notes.push_back("made by make: " + found[*picked]);
    return made;
}

}  // namespace sockgrade::build
