#include "build/build.hh"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "build/folder.hh"
#include "build/languages.hh"
#include "build/source_file.hh"
#include "build/tree.hh"
#include "build/workshop.hh"
#include "system/system_error.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

std::string suggestion(const fs::path& missing) {
    std::vector<std::string> names;
    std::error_code error;
    const fs::path parent = missing.has_parent_path() ? missing.parent_path() : fs::path(".");
    for (fs::directory_iterator entry(parent, error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    const std::string near = nearest_name(missing.filename().string(), names);
    return near.empty() ? "" : "; did you mean " + near + "?";
}

}  // namespace

Built build(const std::string& program, const BuildOptions& options) {
    struct stat status {};
    if (program.empty()) throw UsageError("no program given: name a file or a folder");
    if (::stat(program.c_str(), &status) < 0) {
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR) {
            throw UsageError(program + ": no such file or folder" + suggestion(program));
        }
        throw UsageError(program + ": " + std::generic_category().message(error));
    }
    Workshop workshop(options);
    try {
        Built built = S_ISDIR(status.st_mode) ? build_folder(program, workshop)
                                              : build_file(open_source(program), workshop);
        workshop.finish(built);
        return built;
    } catch (const fs::filesystem_error& error) {
        // A full disk and the like: what users can cause is a UsageError where it happens.
        throw system::SystemError(error.what(), error.code().value());
    }
}

Built copy_of(const Built& built) {
    Built copy = built;
    if (built.files == nullptr) return copy;
    auto files = std::make_shared<system::TemporaryFolder>("sockgrade-build");
    const std::string& from = built.files->path();
    const std::string& to = files->path();
    copy_tree(from, to);
    const auto move_there = [&](std::string& text) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    };
    for (std::string& word : copy.command) move_there(word);
    for (std::string& variable : copy.environment) move_there(variable);
    for (std::string& path : copy.readable) move_there(path);
    move_there(copy.folder);
    copy.files = std::move(files);
    return copy;
}

}  // namespace sockgrade::build
