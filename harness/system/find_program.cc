#include "system/find_program.hh"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "system/fd.hh"

namespace sockgrade::system {

namespace {

bool is_program(const std::string& file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(file.c_str(), X_OK) == 0;
}

bool is_script(const std::string& file) {
    const Fd fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, 2> start{};
    return ::read(fd.get(), start.data(), start.size()) == 2 && start[0] == '#' && start[1] == '!';
}

}  // namespace

std::string search_path() {
    const char* const path = ::getenv("PATH");
    return path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
}

std::optional<std::string> find_program(std::string_view name, std::string_view path) {
    if (name.empty()) return std::nullopt;
    if (name.find('/') != std::string_view::npos) {
        std::string file(name);
        return is_program(file) ? std::optional(std::move(file)) : std::nullopt;
    }
    std::optional<std::string> script;
    while (!path.empty()) {
        const std::string_view folder = path.substr(0, path.find(':'));
        path.remove_prefix(std::min(folder.size() + 1, path.size()));
        if (folder.empty() || folder.front() != '/') continue;
        std::string file = std::string(folder) + '/' + std::string(name);
        if (!is_program(file)) continue;
        if (!is_script(file)) return file;
        if (!script) script = std::move(file);
    }
    return script;
}

std::optional<std::string> find_program(std::string_view name) { return find_program(name, search_path()); }

}  // namespace sockgrade::system
