#include "batch/working_copy.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "batch/database.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

// Written by hand, and read only.
constexpr std::string_view kOverrides = "overrides.csv";
constexpr std::string_view kBeside = "/unfinished";

void copy_over(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error)
        throw system::SystemError(fmt::format("copy {} to {}", from.string(), to.string()), error.value());
}

// After a power cut the name must not be there without what it names.
void flush_to_disk(const fs::path& path, int flags) {
    const std::string attempt = "write " + path.string();
    const system::Fd file(system::check_call(attempt, ::open(path.c_str(), flags | O_CLOEXEC)));
    system::check_call(attempt, ::fsync(file.get()));
}

bool is_kept(const std::string& name) {
    return name != kOverrides && name != "results.lock" && !name.ends_with(".part") &&
           !name.ends_with("-journal");
}

}  // namespace

WorkingCopy::WorkingCopy(const std::string& kept, bool resume, Place place)
    : held_(kept, resume, Locks::if_there_are_any) {
    if (place == Place::beside) {
        folder_ = kept + std::string(kBeside);
        fs::remove_all(folder_);  // of one that was killed
        return;
    }
    own_.emplace("sockgrade-results");
    folder_ = own_->path() + "/results";
    take_what_is_there();
}

WorkingCopy::~WorkingCopy() {
    std::error_code ignored;
    if (!own_) fs::remove_all(folder_, ignored);
}

void WorkingCopy::take_what_is_there() {
    const fs::path kept = held_.path();
    if (!fs::exists(kept / kDatabaseName)) return;
    // A run without a copy that was killed half-way through a commit: undone there, since the next database
    // that is put in that place must not meet the old one's journal.
    if (fs::exists(kept / (std::string(kDatabaseName) + "-journal"))) {
        Database database(kept / kDatabaseName, Database::Mode::alone);
        database.query("SELECT count(*) FROM sqlite_master").step();
    }
    fs::create_directories(folder_);
    copy_over(kept / kDatabaseName, fs::path(folder_) / kDatabaseName);
    if (fs::exists(kept / kOverrides)) copy_over(kept / kOverrides, fs::path(folder_) / kOverrides);
}

void WorkingCopy::put_in_place(const std::string& name) const {
    const fs::path to = fs::path(held_.path()) / name;
    const fs::path beside = to.string() + ".part";
    copy_over(fs::path(folder_) / name, beside);
    flush_to_disk(beside, O_RDONLY);
    system::check_call("write " + to.string(), ::rename(beside.c_str(), to.c_str()));
}

void WorkingCopy::copy_back() {
    if (!fs::exists(fs::path(folder_) / kDatabaseName)) return;
    try {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_))
            if (entry.is_regular_file() && is_kept(entry.path().filename()))
                names.push_back(entry.path().filename());
        // The results first: pages can be made of them again.
        std::stable_partition(names.begin(), names.end(),
                              [](const std::string& name) { return name == kDatabaseName; });
        for (const std::string& name : names) put_in_place(name);
        flush_to_disk(held_.path(), O_RDONLY | O_DIRECTORY);
        held_.mark();
    } catch (const system::SystemError& error) {
        if (!own_) throw;
        std::string saved = fs::path(own_->path()).parent_path() / "results-not-copied-XXXXXX";
        if (::mkdtemp(saved.data()) == nullptr || ::rename(folder_.c_str(), saved.c_str()) < 0) throw;
        throw system::SystemError(
            fmt::format("the results could not be copied and lie in {}: {}", saved, error.what()),
            error.error_number());
    }
}

}  // namespace sockgrade::batch
