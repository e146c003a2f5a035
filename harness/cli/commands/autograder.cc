// sockgrade gradescope|autolab|prairielearn ASSIGNMENT
#include <elf.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/zip_file.hh"
#include "cli/catalog.hh"
#include "cli/class_work.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "platforms/platform.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::cli {

namespace {

struct AutograderOptions {
    std::string assignment;             // or an exercise
    std::string release;                // what is put into it; empty: this program
    std::vector<std::string> packages;  // of the machine that it runs on
    std::string output;
};

namespace fs = std::filesystem;

// Whether an executable asks for a loader, and so for libraries of the machine that it was built on.
bool needs_libraries(const std::string& program) {
    Elf64_Ehdr header{};
    if (program.size() < sizeof(header)) return true;
    std::memcpy(&header, program.data(), sizeof(header));
    for (std::size_t i = 0; i < header.e_phnum; ++i) {
        Elf64_Phdr segment{};
        const std::size_t at = header.e_phoff + i * sizeof(segment);
        if (at + sizeof(segment) > program.size()) return true;
        std::memcpy(&segment, program.data() + at, sizeof(segment));
        if (segment.p_type == PT_INTERP) return true;
    }
    return false;
}

// Where an executable says what it asks for; what was built for a debugger goes on for hundreds of megabytes.
std::string beginning_of(const std::string& file) {
    constexpr std::size_t kEnough = 65536;
    std::ifstream in(file, std::ios::binary);
    std::string text(kEnough, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

// The file's name in the archive, and the file.
std::pair<std::string, std::string> release_of(const AutograderOptions& options) {
    if (!options.release.empty()) {
        const std::string name = fs::path(options.release).filename();
        const bool is_package = name.ends_with(".deb") || name.ends_with(".tar.xz");
        std::string content = read_file(options.release);
        if (!is_package && !content.starts_with(ELFMAG))
            throw UsageError(fmt::format(
                "'{}' is no release of Sockgrade: a .deb, a .tar.xz or the program alone", options.release));
        return {is_package ? name : "sockgrade", std::move(content)};
    }
    if (needs_libraries(beginning_of("/proc/self/exe")))
        throw UsageError(
            "this program needs libraries of this machine, and can't be put into an archive: name a released "
            "one with --release FILE");
    return {"sockgrade", read_file("/proc/self/exe")};
}

// Specs of one's own, as the assignment names them; those that came with Sockgrade are in the release.
void add_specs(const batch::Work& work, const std::string& assignment, std::set<fs::path>& files) {
    const fs::path folder = fs::absolute(assignment).parent_path();
    for (const batch::Part& part : work.parts) {
        if (is_shipped(part.spec)) continue;
        std::vector<std::string> all = {part.spec.file};
        for (const model::Spec& half : part.spec.halves)
            if (!is_shipped(half)) all.push_back(half.file);
        for (const std::string& one : all) {
            const fs::path relative =
                fs::absolute(one).lexically_normal().lexically_relative(folder.lexically_normal());
            if (relative.empty() || *relative.begin() == "..")
                throw UsageError(
                    fmt::format("'{}' lies outside of the assignment's folder: only what lies in it can be "
                                "put into the archive",
                                one));
            files.insert(relative);
        }
        if (!part.spec.questions.empty())
            throw UsageError(
                fmt::format("{} has questions in a file of its own, which can't be put into the archive yet",
                            part.spec.exercise));
    }
}

std::string inner_tar(const std::vector<batch::ZipEntry>& entries) {
    const system::TemporaryFolder folder("sockgrade-archive");
    const std::string file = folder.path() + "/inner.tar";
    batch::write_tar(file, entries);
    return read_file(file);
}

int autograder(const AutograderOptions& options, const platforms::Platform& platform) {
    const batch::Work work = class_work(options.assignment, {});
    platforms::Autograder what;
    what.name = work.name;
    what.title = work.title;
    what.packages = options.packages;
    std::vector<batch::ZipEntry> own;  // beside the scripts
    std::set<fs::path> specs;
    if (names_assignment(options.assignment)) {
        what.assignment = fs::path(options.assignment).filename();
        specs.insert(what.assignment);
        add_specs(work, options.assignment, specs);
    } else if (options.assignment.ends_with(".yaml") || options.assignment.ends_with(".yml")) {
        throw UsageError(
            "a spec's file alone can't be put into an archive: write an assignment that names it");
    } else {
        what.assignment = options.assignment;
    }
    auto [name, content] = release_of(options);
    what.release = name;
    own.push_back({name, std::move(content), true});
    for (const fs::path& one : specs)
        own.push_back({one.string(), read_file(fs::path(options.assignment).parent_path() / one), false});

    std::vector<batch::ZipEntry> entries;
    std::vector<batch::ZipEntry> inner;
    const std::string prefix = platform.folder.empty() ? "" : std::string(platform.folder) + "/";
    const bool has_inner = !platform.inner_archive.empty();
    for (platforms::File& one : platform.scripts(what)) {
        const bool goes_inside = has_inner && one.path.starts_with(prefix);
        (goes_inside ? inner : entries).push_back({std::move(one.path), std::move(one.text), one.is_program});
    }
    for (batch::ZipEntry& one : own) {
        one.path = prefix + one.path;
        (has_inner ? inner : entries).push_back(std::move(one));
    }
    if (has_inner) entries.push_back({std::string(platform.inner_archive), inner_tar(inner), false});
    const std::string file = options.output.empty() ? std::string(platform.file) : options.output;
    batch::write_zip(file, entries);
    print(fmt::format("{} for {}: {}\n", escape(file), escape(work.title), platform.next));
    return 0;
}

}  // namespace

void add_course_systems(CLI::App& app, CommandLine& line) {
    for (const platforms::Platform& one : platforms::all()) {
        const auto options = std::make_shared<AutograderOptions>();
        CLI::App* const command = app.add_subcommand(std::string(one.name), std::string(one.summary));
        command->add_option("ASSIGNMENT", options->assignment, "an exercise, or an assignment's YAML file")
            ->required();
        command->add_option("--output", options->output, "where to write it")
            ->default_str(std::string(one.file));
        command
            ->add_option("--release", options->release,
                         "a released Sockgrade (.deb, .tar.xz or the program) to put into it (default: this "
                         "program, where it needs nothing else)")
            ->type_name("FILE");
        command
            ->add_option("--package", options->packages,
                         "a Debian package that programs need beside Python, gcc and make, such as "
                         "golang-go; may be repeated")
            ->type_name("NAME");
        command->callback(
            [options, &line, &one] { line.action = [options, &one] { return autograder(*options, one); }; });
    }
}

}  // namespace sockgrade::cli
