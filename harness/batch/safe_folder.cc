#include "batch/safe_folder.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/error.hh"
#include "base/text.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

constexpr std::size_t kLongestName = 255;   // NAME_MAX
constexpr std::size_t kLongestPath = 2000;  // well below PATH_MAX, with our own folder before it
constexpr std::size_t kDeepest = 40;

std::string utf8_or_escaped(std::string_view name) {
    if (is_utf8(name)) return std::string(name);
    std::string text;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        text += byte < 0x80 ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return text;
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

}  // namespace

std::string SafePath::to_string() const { return fmt::format("{}", fmt::join(parts, "/")); }

SafePath safe_path(std::string_view name) {
    SafePath path;
    std::string text = utf8_or_escaped(name);
    if (text.find('/') == std::string::npos) std::replace(text.begin(), text.end(), '\\', '/');
    if (has_control(text)) path.refusal = "its name has a line break or another control character";
    const bool has_drive = text.size() > 2 && text[1] == ':' && text[2] == '/';
    if (text.starts_with('/') || has_drive) path.refusal = "its path begins at the top of a disk";
    if (text.size() > kLongestPath) path.refusal = "its path is too long";
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('/', at), text.size());
        std::string part = text.substr(at, end - at);
        at = end + 1;
        if (part.empty() || part == ".") continue;
        if (part == "..") path.refusal = "its path leads out of the folder";
        if (part.size() > kLongestName) path.refusal = "its name is too long";
        path.parts.push_back(std::move(part));
    }
    if (path.parts.size() > kDeepest) path.refusal = "it lies too deep";
    return path;
}

bool stays_inside(const std::vector<std::string>& parts, std::string_view target) {
    if (target.empty() || target.starts_with('/') || has_control(target)) return false;
    // From the folder that the link is in, which is a real one. ".." behind a name is another matter: that
    // name may be a link itself, whose ".." is not the folder that it stands in.
    std::size_t depth = parts.size() - 1;
    bool is_down = false;
    for (std::size_t at = 0; at <= target.size();) {
        const std::size_t end = std::min(target.find('/', at), target.size());
        const std::string_view part = target.substr(at, end - at);
        at = end + 1;
        if (part.empty() || part == ".") continue;
        if (part == ".." && (depth == 0 || is_down)) return false;
        if (part == "..")
            --depth;
        else
            is_down = true;
    }
    return true;
}

SafeFolder::SafeFolder(const std::string& path)
    : path_(path),
      top_(system::check_call("open " + path,
                              ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))) {}

system::Fd SafeFolder::parent_of(const std::vector<std::string>& parts) const {
    system::Fd folder(system::check_call("dup", ::fcntl(top_.get(), F_DUPFD_CLOEXEC, 0)));
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const char* name = parts[i].c_str();
        if (::mkdirat(folder.get(), name, S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH) < 0 &&
            errno != EEXIST)
            throw system::SystemError("make a folder in " + path_, errno);
        const int next = ::openat(folder.get(), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (next < 0 && (errno == ENOTDIR || errno == ELOOP))
            throw UsageError(fmt::format("{} is there as a file and as a folder", quote(parts[i], 80)));
        folder.reset(system::check_call("open a folder in " + path_, next));
    }
    return folder;
}

void SafeFolder::make_folder(const std::vector<std::string>& parts) const {
    std::vector<std::string> with_file = parts;
    with_file.emplace_back();
    parent_of(with_file);
}

system::Fd SafeFolder::make_file(const std::vector<std::string>& parts, bool executable) const {
    const system::Fd folder = parent_of(parts);
    const char* name = parts.back().c_str();
    const mode_t mode = executable ? 0755 : 0644;
    for (const bool again : {false, true}) {
        const int file =
            ::openat(folder.get(), name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (file >= 0) return system::Fd(file);
        if (errno != EEXIST || again) break;
        // An archive may hold a file twice; the later one counts, as when it is unpacked by hand.
        if (::unlinkat(folder.get(), name, 0) < 0 && (errno == EISDIR || errno == EPERM))
            throw UsageError(fmt::format("{} is there as a file and as a folder", quote(parts.back(), 80)));
    }
    throw system::SystemError("make a file in " + path_, errno);
}

bool SafeFolder::make_link(const std::vector<std::string>& parts, const std::string& target) const {
    const system::Fd folder = parent_of(parts);
    if (::symlinkat(target.c_str(), folder.get(), parts.back().c_str()) == 0) return true;
    if (errno == EEXIST) return false;
    throw system::SystemError("make a link in " + path_, errno);
}

}  // namespace sockgrade::batch
