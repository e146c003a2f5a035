#include "shipped/packed_data.hh"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include "base/random.hh"
#include "base/text.hh"
#include "system/temporary_place.hh"

#ifdef SOCKGRADE_PACKED_DATA
asm(".pushsection .rodata\n"
    ".balign 16\n"
    ".globl sockgrade_packed_data_begin, sockgrade_packed_data_end\n"
    ".hidden sockgrade_packed_data_begin, sockgrade_packed_data_end\n"
    "sockgrade_packed_data_begin:\n"
    ".incbin \"" SOCKGRADE_PACKED_DATA
    "\"\n"
    "sockgrade_packed_data_end:\n"
    ".popsection\n");
extern "C" {
extern const std::byte sockgrade_packed_data_begin[];
extern const std::byte sockgrade_packed_data_end[];
}
#endif

namespace sockgrade::shipped {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kForItsOwner = 0700;

struct CloseArchive {
    void operator()(struct archive* reader) const { ::archive_read_free(reader); }
};
using OpenArchive = std::unique_ptr<struct archive, CloseArchive>;

[[noreturn]] void fail(const fs::path& path, std::string_view why) {
    throw std::runtime_error(
        fmt::format("can't unpack the exercises that sockgrade brings to {}: {}", quote(path.string()), why));
}

void write_file(struct archive* reader, const fs::path& path) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) fail(path, error.message());
    std::ofstream file(path, std::ios::binary);
    std::array<char, std::size_t{64} << 10> buffer;
    for (;;) {
        const la_ssize_t size = ::archive_read_data(reader, buffer.data(), buffer.size());
        if (size < 0) fail(path, "what is within is damaged");
        if (size == 0) break;
        file.write(buffer.data(), size);
    }
    file.close();
    if (!file) fail(path, "it can't be written; is there room left?");
}

// Nobody else can have put something there, or can change it.
bool is_ours(const fs::path& folder) {
    struct stat status {};
    return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() &&
           (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

fs::path unpacked_in(std::span<const std::byte> packed, const fs::path& cache, const std::string& name) {
    std::error_code error;
    fs::create_directories(cache.parent_path(), error);
    if (::mkdir(cache.c_str(), kForItsOwner) < 0 && errno != EEXIST)
        fail(cache, std::generic_category().message(errno));
    if (!is_ours(cache)) fail(cache, "it belongs to another user, or others can write there");
    fs::path folder = cache / name;
    if (is_ours(folder)) return folder;
    std::string place = (cache / "new-XXXXXX").string();
    if (::mkdtemp(place.data()) == nullptr) fail(cache, std::generic_category().message(errno));
    try {
        unpack(packed, place);
        // Another process may have been first: then its folder is as good.
        fs::rename(place, folder, error);
        if (error && !is_ours(folder)) fail(folder, error.message());
        if (error) fs::remove_all(place, error);
    } catch (...) {
        fs::remove_all(place, error);
        throw;
    }
    return folder;
}

}  // namespace

std::span<const std::byte> packed_data() {
#ifdef SOCKGRADE_PACKED_DATA
    return {sockgrade_packed_data_begin, sockgrade_packed_data_end};
#else
    return {};
#endif
}

std::vector<fs::path> cache_folders() {
    const auto folder = [](const char* variable) {
        const char* const value = std::getenv(variable);
        return value != nullptr && fs::path(value).is_absolute() ? fs::path(value) : fs::path();
    };
    std::vector<fs::path> folders;
    if (const fs::path cache = folder("XDG_CACHE_HOME"); !cache.empty())
        folders.push_back(cache / "sockgrade");
    else if (const fs::path home = folder("HOME"); !home.empty())
        folders.push_back(home / ".cache/sockgrade");
    for (const std::string& place : system::usual_places())
        folders.push_back(fs::path(place) / fmt::format("sockgrade-{}", ::geteuid()));
    return folders;
}

void unpack(std::span<const std::byte> packed, const fs::path& folder) {
    const OpenArchive reader(::archive_read_new());
    if (!reader) throw std::bad_alloc();
    ::archive_read_support_format_tar(reader.get());
    ::archive_read_support_filter_xz(reader.get());
    if (::archive_read_open_memory(reader.get(), packed.data(), packed.size()) != ARCHIVE_OK)
        fail(folder, "what is within is damaged");
    for (;;) {
        struct archive_entry* entry = nullptr;
        const int result = ::archive_read_next_header(reader.get(), &entry);
        if (result == ARCHIVE_EOF) return;
        if (result != ARCHIVE_OK) fail(folder, "what is within is damaged");
        if (::archive_entry_filetype(entry) == AE_IFREG)
            write_file(reader.get(), folder / ::archive_entry_pathname(entry));
    }
}

fs::path unpacked(std::span<const std::byte> packed, std::span<const fs::path> caches) {
    const std::string_view bytes(reinterpret_cast<const char*>(packed.data()), packed.size());
    const std::string name = fmt::format("{:016x}", hash_of(bytes));
    for (const fs::path& cache : caches) {
        const bool is_last = &cache == &caches.back();
        try {
            return unpacked_in(packed, cache, name);
        } catch (const std::runtime_error&) {
            if (is_last) throw;
        }
    }
    throw std::runtime_error("there is no place to unpack the exercises that are within sockgrade");
}

}  // namespace sockgrade::shipped
