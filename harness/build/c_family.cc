// C and C++, as leniently as a student's own compiler: what is only suspicious becomes a note.
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "build/bounds_guard.hh"
#include "build/c_hints.hh"
#include "build/languages.hh"
#include "build/log.hh"
#include "build/program_parts.hh"

namespace sockgrade::build {

namespace {

constexpr std::size_t kMostNotes = 8;
constexpr std::string_view kCEndings[] = {".c"};
constexpr std::string_view kCppEndings[] = {".cc", ".cpp", ".cxx", ".c++", ".C"};

// GCC 14 made errors of what beginners' programs, and their textbooks, are full of.
constexpr std::array kLenientC = {"-Wno-error=implicit-function-declaration", "-Wno-error=implicit-int",
                                  "-Wno-error=int-conversion", "-Wno-error=incompatible-pointer-types"};

struct Compilation {
    std::string compiler;
    std::vector<std::string> options;
};

// The file with bounds_guard(), in the folder of what is made.
std::string guard_file(Workshop& workshop) {
    const std::filesystem::path file = std::filesystem::path(workshop.folder()) / ".bounds_guard.c";
    std::ofstream(file) << bounds_guard();
    return file.string();
}

// Runs in the student's folder, so that messages name server.c and not a long path. Files become one object
// first, so that the compiler does not link its own library for what the guard does.
system::CommandResult compile(const Compilation& compilation, const std::vector<std::string>& files,
                              const std::string& folder, const std::string& program, Workshop& workshop) {
    const std::string object = program + ".o";
    std::vector<std::string> argv = {compilation.compiler};
    argv.insert(argv.end(), compilation.options.begin(), compilation.options.end());
    for (const char* option : {"-g", "-O1", "-pthread", "-fmax-errors=20", "-fdiagnostics-color=never", "-I.",
                               "-r", "-nostdlib"}) {
        argv.emplace_back(option);
    }
    const std::vector<std::string> bounds = bounds_options();
    argv.insert(argv.end(), bounds.begin(), bounds.end());
    argv.insert(argv.end(), {"-o", object});
    for (const std::string& name : files) argv.push_back(name.starts_with('-') ? "./" + name : name);
    system::CommandResult made = workshop.run(argv, folder);
    if (!made.succeeded()) return made;
    system::CommandResult linked =
        workshop.run({compilation.compiler, "-g", "-pthread", "-fdiagnostics-color=never", "-o", program,
                      object, "-x", "c", guard_file(workshop), "-x", "none", "-lm"},
                     folder);
    linked.output = made.output + linked.output;
    return linked;
}

bool linker_fails(const system::CommandResult& result) {
    return !result.succeeded() && result.output.find("ld returned") != std::string::npos;
}

// A file by itself, as most programs are; only with the files beside it where it needs what they have.
system::CommandResult compile(const Compilation& compilation, const SourceFile& source,
                              const std::string& program, Workshop& workshop) {
    std::vector<std::string> files = {source.name};
    system::CommandResult alone = compile(compilation, files, source.folder, program, workshop);
    if (!linker_fails(alone)) return alone;
    const std::vector<std::string> parts = c_parts_of(source);
    if (parts.empty()) return alone;
    files.insert(files.end(), parts.begin(), parts.end());
    system::CommandResult whole = compile(compilation, files, source.folder, program, workshop);
    return linker_fails(whole) ? alone : whole;
}

std::vector<std::string> notes_of(const system::CommandResult& result, const SourceFile& source) {
    std::vector<std::string> notes;
    std::size_t more = 0;
    std::string previous;
    for (const Remark& remark : warnings(result.output)) {
        // It only repeats the implicit declaration of the same function.
        if (remark.text.starts_with("incompatible implicit declaration")) continue;
        const std::string note = describe(remark, source.name) + c_warning_advice(remark.text);
        if (note == previous) continue;
        previous = note;
        if (notes.size() < kMostNotes) {
            notes.push_back(note);
        } else {
            ++more;
        }
    }
    if (more > 0) notes.push_back("and " + count_of(more, "more warning"));
    return notes;
}

Built finish(const system::CommandResult& result, const SourceFile& source, const std::string& program,
             const Workshop& workshop) {
    Built built;
    built.folder = source.folder;
    built.notes = notes_of(result, source);
    if (result.succeeded()) {
        built.command = {program};
        return built;
    }
    if (lacks_system_headers(result.output)) {
        throw UsageError(fmt::format("no C library to compile {} with: install it (Debian package libc6-dev)",
                                     source.name));
    }
    built.failure =
        failure_of(result, source.name + " does not compile", source.name, workshop.options().time_limit);
    built.failure->hint = c_error_hint(result.output);
    return built;
}

std::string program_of(const SourceFile& source, Workshop& workshop) {
    return (std::filesystem::path(workshop.folder()) / source.stem).string();
}

Built build_c(const SourceFile& source, Workshop& workshop) {
    const std::string compiler = workshop.find({"gcc", "gcc"}, "to compile " + source.name + " with");
    std::vector<std::string> options = {"-std=gnu17"};
    options.insert(options.end(), kLenientC.begin(), kLenientC.end());
    const std::string program = program_of(source, workshop);
    return finish(compile({compiler, options}, source, program, workshop), source, program, workshop);
}

Built build_cpp(const SourceFile& source, Workshop& workshop) {
    const std::string compiler = workshop.find({"g++", "g++"}, "to compile " + source.name + " with");
    const std::string program = program_of(source, workshop);
    const auto newest = compile({compiler, {"-std=gnu++20"}}, source, program, workshop);
    // Words that C++20 took, such as a variable named `requires`, are no mistake in what g++ takes by
    // default.
    if (!newest.succeeded()) {
        const auto usual = compile({compiler, {"-std=gnu++17"}}, source, program, workshop);
        if (usual.succeeded()) return finish(usual, source, program, workshop);
    }
    return finish(newest, source, program, workshop);
}

}  // namespace

const Language kC = {"C", kCEndings, build_c, has_c_main};
const Language kCpp = {"C++", kCppEndings, build_cpp, has_c_main};

}  // namespace sockgrade::build
