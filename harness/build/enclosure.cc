#include "build/enclosure.hh"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "build/languages.hh"
#include "build/tree.hh"
#include "sandbox/runtime_paths.hh"
#include "system/system_error.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostSiblings = 1000;

// What compilers read beside the file that they are given.
bool is_source(const std::string& name) {
    constexpr std::array endings = {".h", ".hh", ".hpp", ".hxx", ".inc", ".def", ".tcc"};
    return language_of(name) != nullptr ||
           std::find(endings.begin(), endings.end(), fs::path(name).extension().string()) != endings.end();
}

}  // namespace

Enclosure::Enclosure(const sandbox::Bubblewrap& bubblewrap, std::string writable)
    : bubblewrap_(bubblewrap), settings_("sockgrade-settings") {
    sandbox::write_settings(settings_.path(), bubblewrap.way);
    view_.settings = settings_.path();
    view_.writable = std::move(writable);
}

bool Enclosure::is_always_visible(const std::string& path) const {
    return sandbox::is_covered(path, sandbox::runtime_paths()) ||
           sandbox::is_covered(path, {{view_.writable, std::nullopt}});
}

bool Enclosure::is_mounted(const std::string& path) const {
    return std::any_of(view_.readable.begin(), view_.readable.end(), [&](const sandbox::Mount& mount) {
        return sandbox::is_covered(path, {{mount.to, std::nullopt}});
    });
}

void Enclosure::mount(sandbox::Mount mount) { view_.readable.push_back(std::move(mount)); }

std::string Enclosure::next_copy() {
    if (!copies_) copies_.emplace("sockgrade-copy");
    return copies_->path() + "/" + std::to_string(++copied_);
}

bool Enclosure::allow(const std::string& path) {
    if (is_always_visible(path) || is_mounted(path)) return true;
    struct stat status {};
    if (::stat(path.c_str(), &status) < 0) return false;
    const mode_t needed = S_ISDIR(status.st_mode) ? S_IROTH | S_IXOTH : S_IROTH;
    if (is_another_user() && (status.st_mode & needed) != needed) return false;
    mount({path, path});
    return true;
}

void Enclosure::show(const std::string& folder) {
    if (is_always_visible(folder) || !shown_.insert(folder).second) return;
    if (sandbox::is_shared_folder(folder)) {
        show_sources(folder);
    } else if (!is_another_user() || is_readable_by_others(folder)) {
        mount({folder, folder});
    } else {
        const std::string copy = next_copy();
        copy_tree(folder, copy);
        give_tree(copy, sandbox::build_user(bubblewrap_.way));
        mount({copy, folder});
    }
}

void Enclosure::show_sources(const std::string& folder) {
    if (folder != "/") view_.empty.push_back(folder);
    std::size_t shown = 0;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end && shown < kMostSiblings;
         entry.increment(error)) {
        std::error_code gone;
        const fs::file_status status = entry->symlink_status(gone);
        if (!fs::is_regular_file(status) || !is_source(entry->path().filename().string())) continue;
        show_file(entry->path().string());
        ++shown;
    }
}

void Enclosure::show_file(const std::string& file) {
    if (allow(file)) return;
    const std::string copy = next_copy();
    std::error_code error;
    if (!fs::copy_file(file, copy, error)) return;
    const uid_t user = sandbox::build_user(bubblewrap_.way);
    system::check_call("give " + copy + " to the build", ::chown(copy.c_str(), user, user));
    mount({copy, file});
}

system::CommandResult Enclosure::run(system::CommandOptions command) {
    view_.folder = std::exchange(command.folder, {});
    command.argv = sandbox::command_in(bubblewrap_, view_, command.argv);
    command.keeps_a_namespace = true;
    if (is_another_user()) give_tree(view_.writable, sandbox::build_user(bubblewrap_.way));
    system::CommandResult result = system::run_command(command);
    if (is_another_user()) give_tree(view_.writable, ::geteuid());
    // As shells tell it.
    if (const auto* exited = std::get_if<system::Exited>(&result.end);
        exited != nullptr && exited->status > 128)
        result.end = system::Signaled{exited->status - 128};
    return result;
}

}  // namespace sockgrade::build
