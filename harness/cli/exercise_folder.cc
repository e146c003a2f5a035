#include "cli/exercise_folder.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "system/fd.hh"

namespace sockgrade::cli {

namespace {

constexpr std::size_t kMostBytes = 4'096;
constexpr std::string_view kKey = "exercise: ";

std::string read_small(const std::string& path, int file) {
    struct stat seen {};
    if (::fstat(file, &seen) < 0 || !S_ISREG(seen.st_mode))
        throw UsageError(fmt::format("{} is not a file", quote(path)));
    std::array<char, kMostBytes + 1> text;
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t more = ::read(file, text.data() + size, text.size() - size);
        if (more < 0) throw UsageError(fmt::format("can't read {}: {}", quote(path), std::strerror(errno)));
        if (more == 0) return {text.data(), size};
        size += static_cast<std::size_t>(more);
    }
    throw UsageError(
        fmt::format("{} is too long for what it has to say: one line, `exercise: NAME`", quote(path)));
}

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string name_in(const std::string& path, std::string_view text) {
    std::string name;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        if (line.empty() || line.starts_with('#')) continue;
        if (!name.empty() || !line.starts_with(kKey) || !is_name(line.substr(kKey.size())))
            throw UsageError(
                fmt::format("{}: `exercise: NAME` was expected, not {}", quote(path), quote(line, 60)));
        name = line.substr(kKey.size());
    }
    if (name.empty()) throw UsageError(fmt::format("{} does not say `exercise: NAME`", quote(path)));
    return name;
}

}  // namespace

std::string exercise_file(const std::string& exercise) {
    return fmt::format("# `sockgrade check` in this folder grades this exercise.\n{}{}\n", kKey, exercise);
}

std::optional<std::string> exercise_of(const std::string& folder) {
    const std::string path = folder + "/" + kExerciseFile;
    // A pipe would be waited for.
    const system::Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid() && errno == ENOENT) return std::nullopt;
    if (!file.valid()) throw UsageError(fmt::format("can't read {}: {}", quote(path), std::strerror(errno)));
    const std::string name = name_in(path, read_small(path, file.get()));
    const std::vector<std::string> known = exercise_names();
    if (std::find(known.begin(), known.end(), name) != known.end()) return name;
    const std::string near = nearest_name(name, known);
    throw UsageError(fmt::format("{}: there is no exercise '{}'{}", quote(path), name,
                                 near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near)));
}

}  // namespace sockgrade::cli
