#include "system/file_watch.hh"

#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

namespace fs = std::filesystem;

// A folder that is no hand-in, such as a home, is not looked through to its end.
constexpr std::size_t kMostFiles = 2'000;

constexpr std::array<std::string_view, 17> kEndings{".py",  ".c",   ".h",   ".cc",   ".cpp", ".cxx",
                                                    ".hh",  ".hpp", ".hxx", ".java", ".js",  ".mjs",
                                                    ".cjs", ".go",  ".mod", ".sh",   ".yaml"};

bool is_source(const fs::path& path) {
    const std::string ending = path.extension().string();
    return !path.filename().string().starts_with('.') &&
           std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

// .git, .server.py.swp, server.py~, __pycache__
bool is_by_product(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || name.ends_with('~') || name == "__pycache__" || name == "node_modules";
}

fs::path folder_of(const std::string& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return path;
    const fs::path parent = fs::path(path).parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

template <typename Visit>
void visit_folder(const std::string& path, const Visit& visit) {
    std::error_code error;
    std::size_t count = 0;
    constexpr auto kOptions = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(path, kOptions, error), end; !error && at != end;
         at.increment(error)) {
        if (++count > kMostFiles) return;
        std::error_code ignored;
        const bool is_folder = at->is_directory(ignored) && !at->is_symlink(ignored);
        if (is_by_product(at->path())) {
            if (is_folder) at.disable_recursion_pending();
            continue;
        }
        visit(at->path(), is_folder);
    }
}

void add_state(FileStates& states, const fs::path& path) {
    struct stat seen {};
    if (::stat(path.c_str(), &seen) < 0) return;
    constexpr std::int64_t kSecond = 1'000'000'000;
    states[path.string()] = {seen.st_mtim.tv_sec * kSecond + seen.st_mtim.tv_nsec,
                             static_cast<std::uint64_t>(seen.st_size), seen.st_ino};
}

}  // namespace

FileStates states_of(const std::vector<std::string>& paths) {
    FileStates states;
    for (const std::string& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            add_state(states, path);
            for (fs::directory_iterator at(folder_of(path), error), end; !error && at != end;
                 at.increment(error))
                if (is_source(at->path())) add_state(states, at->path());
            continue;
        }
        visit_folder(path, [&](const fs::path& file, bool is_folder) {
            if (!is_folder && (is_source(file) || !file.has_extension())) add_state(states, file);
        });
    }
    return states;
}

FileWatch::FileWatch(EventLoop& loop, const std::vector<std::string>& paths)
    : loop_(loop), inotify_(check_call("inotify_init1", ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))) {
    std::set<std::string> folders;
    for (const std::string& path : paths) {
        std::error_code error;
        folders.insert(folder_of(path).string());
        if (fs::is_directory(path, error))
            visit_folder(path, [&](const fs::path& inside, bool is_folder) {
                if (is_folder) folders.insert(inside.string());
            });
    }
    constexpr std::uint32_t kChanges =
        IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB;
    for (const std::string& folder : folders)
        check_call("inotify_add_watch", ::inotify_add_watch(inotify_.get(), folder.c_str(), kChanges));
    loop_.watch(inotify_.get(), EPOLLIN, [this](std::uint32_t) {
        alignas(inotify_event) std::array<char, 16'384> events;
        while (::read(inotify_.get(), events.data(), events.size()) > 0) woke_ = true;
    });
}

FileWatch::~FileWatch() { loop_.forget(inotify_.get()); }

}  // namespace sockgrade::system
