#include "batch/prepared.hh"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "base/text.hh"
#include "batch/archive.hh"
#include "batch/entries.hh"
#include "batch/names.hh"
#include "build/nearest.hh"
#include "build/other_files.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

bool is_no_part_of_a_program(const Entry& one) {
    if (one.is_folder) return false;
    const bool is_text = build::kind_of_other(one.name) == build::OtherKind::document &&
                         !build::is_program(one.path.parent_path().string(), one.name);
    const std::string lower = to_lower(one.name);
    return is_text || (lower.starts_with("answers") && (lower.ends_with(".yaml") || lower.ends_with(".yml")));
}

}  // namespace

Prepared::Prepared(const Submission& submission) {
    const bool is_one_folder = submission.files.size() == 1 && submission.files.front().name.empty();
    if (is_one_folder) {
        folder_ = submission.files.front().path;
    } else {
        files_.emplace("hand-in");
        folder_ = files_->path();
        for (const HandedFile& file : submission.files)
            if (is_archive_name(file.name))
                unpack_into(file, folder_);
            else
                copy(file);
    }
    unpack_what_is_in(folder_, 0);
}

// A hand-in with archives in it and nothing beside them but texts, pictures and answers, however many folders
// are around that.
void Prepared::unpack_what_is_in(const std::string& folder, int depth) {
    constexpr int kDeepest = 3;
    constexpr int kMostFolders = 8;
    if (!refusal_.empty() || depth == kDeepest) return;
    std::vector<Entry> entries = entries_of(folder, Links::left_out);
    for (int i = 0; i < kMostFolders && entries.size() == 1 && entries.front().is_folder; ++i)
        entries = entries_of(entries.front().path, Links::left_out);
    std::vector<Entry> archives;
    std::vector<Entry> beside;
    for (Entry& one : entries) {
        if (!one.is_folder && is_archive_name(one.name))
            archives.push_back(std::move(one));
        else if (is_no_part_of_a_program(one))
            beside.push_back(std::move(one));
        else
            return;
    }
    if (archives.empty()) return;
    if (!files_) files_.emplace("hand-in");
    const std::string inner = fmt::format("{}/{}", files_->path(), depth);
    fs::create_directory(inner);
    for (const Entry& archive : archives) unpack_into({archive.path.string(), archive.name}, inner);
    for (const Entry& one : beside) {
        std::error_code is_there_already;
        fs::copy_file(one.path, fs::path(inner) / one.name, is_there_already);
    }
    folder_ = inner;
    unpack_what_is_in(inner, depth + 1);
}

void Prepared::unpack_into(const HandedFile& archive, const std::string& folder) {
    const Unpacked unpacked = unpack(archive.path, folder, kOfOneStudent);
    for (const Refused& refused : unpacked.refused)
        if (refused.is_harmless)
            notes_.push_back(fmt::format("{} in {}: {}", quote(refused.entry, 80), quote(archive.name, 80),
                                         refused.reason));
    if (refusal_.empty() && !unpacked.refusal().empty())
        refusal_ =
            fmt::format("The archive {} was not unpacked: {}.", quote(archive.name, 80), unpacked.refusal());
}

void Prepared::copy(const HandedFile& file) {
    std::error_code error;
    const std::string name =
        file.name.empty() ? fs::path(file.path).filename().string() : handed_in_again(file.name).file;
    fs::path to = fs::path(folder_) / name;
    // "server-2.py" is a name of its own where there is no other.
    if (fs::exists(to)) to = fs::path(folder_) / file.name;
    fs::copy(file.path, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
    if (error) throw system::SystemError("copy " + file.path, error.value());
}

}  // namespace sockgrade::batch
