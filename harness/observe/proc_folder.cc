#include "observe/proc_folder.hh"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace sockgrade::observe {

using system::Fd;

namespace {

// Programs with more threads than these files are enough for are read without keeping any more.
constexpr std::size_t kMostOpen = 128;

// A file of /proc is made anew for each read from its start. Nothing, and errno: it can't be read, or whom it
// tells of is gone.
std::optional<std::string> read_from_start(int file) {
    std::array<char, 1024> text;
    const ssize_t length = ::pread(file, text.data(), text.size(), 0);
    if (length < 0) return std::nullopt;
    return std::string(text.data(), static_cast<std::size_t>(length));
}

std::vector<pid_t> numbers_from_start(DIR* folder) {
    std::vector<pid_t> found;
    ::rewinddir(folder);
    while (const dirent* entry = ::readdir(folder)) {
        if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9') found.push_back(std::atoi(entry->d_name));
    }
    return found;
}

}  // namespace

bool ProcFolder::has_room() const { return files_.size() + folders_.size() < kMostOpen; }

Fd ProcFolder::open(const std::string& path, int flags) const {
    return Fd(::openat(folder_.get(), path.c_str(), flags | O_CLOEXEC));
}

std::optional<std::string> ProcFolder::read_once(const std::string& path) const {
    const Fd file = open(path, O_RDONLY);
    return file.valid() ? read_from_start(file.get()) : std::nullopt;
}

std::optional<std::string> ProcFolder::read(const std::string& path) {
    if (const auto known = files_.find(path); known != files_.end()) {
        if (auto text = read_from_start(known->second.handle.get())) {
            known->second.round = round_;
            return text;
        }
        files_.erase(known);  // its number may be another's by now
    }
    Fd file = open(path, O_RDONLY);
    if (!file.valid()) return std::nullopt;
    auto text = read_from_start(file.get());
    if (text.has_value() && has_room()) files_.emplace(path, Open<Fd>{std::move(file), round_});
    return text;
}

ProcFolder::OpenFolder ProcFolder::open_folder(const std::string& path) const {
    Fd folder = open(path, O_RDONLY | O_DIRECTORY);
    OpenFolder opened(folder.valid() ? ::fdopendir(folder.get()) : nullptr);
    if (opened) static_cast<void>(folder.release());
    return opened;
}

std::vector<pid_t> ProcFolder::numbers_in(const std::string& path) {
    if (const auto known = folders_.find(path); known != folders_.end()) {
        auto numbers = numbers_from_start(known->second.handle.get());
        if (!numbers.empty()) {
            known->second.round = round_;
            return numbers;
        }
        folders_.erase(known);
    }
    OpenFolder folder = open_folder(path);
    if (!folder) return {};
    auto numbers = numbers_from_start(folder.get());
    if (!numbers.empty() && has_room()) folders_.emplace(path, Open<OpenFolder>{std::move(folder), round_});
    return numbers;
}

void ProcFolder::close_unused() {
    const auto is_unused = [&](const auto& entry) { return entry.second.round != round_; };
    std::erase_if(files_, is_unused);
    std::erase_if(folders_, is_unused);
    ++round_;
}

}  // namespace sockgrade::observe
