#include "batch/names.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "base/fingerprint.hh"
#include "base/text.hh"

namespace sockgrade::batch {

namespace {

constexpr std::array<std::string_view, 13> kArchiveEndings = {
    ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".tgz", ".tbz2", ".txz",
    ".tar",    ".zip",     ".7z",     ".rar",     ".jar", ".tar.Z"};

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Cuts off what stands before the next underscore.
std::string_view next_part(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('_'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

bool read_canvas(std::string_view name, NameParts& parts) {
    std::string_view rest = name;
    const std::string_view student = next_part(rest);
    std::string_view user = next_part(rest);
    const bool late = user == "LATE";
    if (late) user = next_part(rest);
    const std::string_view attachment = next_part(rest);
    if (student.empty() || !is_number(user) || !is_number(attachment) || rest.empty()) return false;
    parts = {
        NameParts::Form::canvas, std::string(student), std::string(user), std::string(rest), late, false};
    return true;
}

bool read_moodle(std::string_view name, NameParts& parts) {
    constexpr std::string_view kMark = "_assignsubmission_";
    const std::size_t mark = name.rfind(kMark);
    if (mark == std::string_view::npos) return false;
    const std::string_view who = name.substr(0, mark);
    const std::size_t id = who.rfind('_');
    if (id == std::string_view::npos || id == 0 || !is_number(who.substr(id + 1))) return false;
    std::string_view rest = name.substr(mark + kMark.size());
    const std::string_view plugin = next_part(rest);
    parts = {NameParts::Form::moodle,
             std::string(who.substr(0, id)),
             std::string(who.substr(id + 1)),
             std::string(rest),
             false,
             plugin != "file",
             plugin == "onlinetext"};
    return true;
}

bool read_gradescope(std::string_view name, NameParts& parts) {
    constexpr std::string_view kMark = "submission_";
    if (!name.starts_with(kMark) || !is_number(name.substr(kMark.size()))) return false;
    parts = {NameParts::Form::gradescope,
             std::string(name),
             std::string(name.substr(kMark.size())),
             "",
             false,
             false};
    return true;
}

std::string_view archive_ending(std::string_view file) {
    const std::string lower = to_lower(file);
    for (const std::string_view ending : kArchiveEndings)
        if (lower.size() > ending.size() && lower.ends_with(to_lower(ending)))
            return file.substr(file.size() - ending.size());
    return {};
}

}  // namespace

NameParts parts_of_name(std::string_view name, bool is_folder) {
    NameParts parts;
    if (read_moodle(name, parts)) return parts;
    if (is_folder && read_gradescope(name, parts)) return parts;
    if (!is_folder && read_canvas(name, parts)) return parts;
    parts.student = is_folder ? std::string(name) : stem_of(name);
    parts.file = is_folder ? "" : std::string(name);
    return parts;
}

Again handed_in_again(std::string_view file) {
    const std::string stem = stem_of(file);
    const std::string_view ending = file.substr(stem.size());
    const std::size_t dash = stem.rfind('-');
    int number = 0;
    if (dash == std::string::npos || dash == 0 || !is_number(std::string_view(stem).substr(dash + 1)) ||
        stem[dash + 1] == '0' || stem.size() - dash > 4)
        return {std::string(file), 0};
    std::from_chars(stem.data() + dash + 1, stem.data() + stem.size(), number);
    return {stem.substr(0, dash) + std::string(ending), number};
}

std::string stem_of(std::string_view file) {
    const std::string_view archive = archive_ending(file);
    if (!archive.empty()) return std::string(file.substr(0, file.size() - archive.size()));
    const std::size_t dot = file.rfind('.');
    return std::string(dot == 0 || dot == std::string_view::npos ? file : file.substr(0, dot));
}

bool is_archive_name(std::string_view file) {
    const std::string_view ending = archive_ending(file);
    return !ending.empty() && to_lower(ending) != ".jar";
}

std::string file_name_of(std::string_view key) {
    constexpr std::size_t kLongest = 150;
    std::string name;
    for (const char c : key) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte >= 0x80 || std::isalnum(byte) != 0 ||
                           std::string_view("-_+,@ '").find(c) != std::string_view::npos ||
                           (c == '.' && !name.empty());
        if (plain)
            name += c;
        else
            name += fmt::format("%{:02X}", byte);
    }
    while (!name.empty() && (name.back() == ' ' || name.back() == '.')) {
        const auto last = static_cast<unsigned char>(name.back());
        name.pop_back();
        name += fmt::format("%{:02X}", last);
    }
    if (name.size() > kLongest || !is_utf8(name)) {
        Fingerprint fingerprint;
        fingerprint.add(key);
        name = "student-" + fingerprint.to_string();
    }
    return name.empty() ? "%" : name;
}

}  // namespace sockgrade::batch
