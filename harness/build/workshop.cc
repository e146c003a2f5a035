#include "build/workshop.hh"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>

#include "base/error.hh"
#include "system/system_error.hh"

namespace sockgrade::build {

namespace {

void erase_all(std::string& text, std::string_view unwanted) {
    for (std::size_t at = text.find(unwanted); at != std::string::npos; at = text.find(unwanted, at)) {
        text.erase(at, unwanted.size());
    }
}

}  // namespace

std::string Workshop::find(const Tool& tool, std::string_view purpose) const {
    if (auto file = find(tool.name)) return *file;
    throw UsageError(
        fmt::format("no {} {}: install it (Debian package {})", tool.name, purpose, tool.package));
}

std::optional<std::string> Workshop::find(std::string_view name) const {
    return system::find_program(name, options_.search_path);
}

const std::string& Workshop::folder() {
    if (!files_) files_ = std::make_shared<const system::TemporaryFolder>("sockgrade-build");
    return files_->path();
}

system::CommandResult Workshop::run(const std::vector<std::string>& argv, const std::string& folder,
                                    const std::vector<std::string>& more) {
    system::CommandOptions command;
    command.argv = argv;
    command.folder = folder;
    command.environment = {"PATH=" + options_.search_path, "LANG=C.UTF-8", "TMPDIR=" + this->folder()};
    if (const char* home = ::getenv("HOME"); home != nullptr) {
        command.environment.push_back(std::string("HOME=") + home);
    }
    command.environment.insert(command.environment.end(), more.begin(), more.end());
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now());
    command.time_limit = std::max(left, std::chrono::milliseconds(0));
    command.output_limit = options_.output_limit;

    system::CommandResult result = system::run_command(command);
    if (const auto* not_started = std::get_if<system::NotStarted>(&result.end)) {
        throw system::SystemError("start " + argv.front(), not_started->error_number);
    }
    erase_all(result.output, this->folder() + "/");
    return result;
}

}  // namespace sockgrade::build
