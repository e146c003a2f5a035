#include "batch/zip_file.hh"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <system_error>

#include "base/error.hh"

namespace sockgrade::batch {

namespace {

struct FreeArchive {
    void operator()(archive* one) const { ::archive_write_free(one); }
};
struct FreeEntry {
    void operator()(archive_entry* one) const { ::archive_entry_free(one); }
};

enum class Kind { zip, tar };

class ZipWriter {
  public:
    ZipWriter(std::string path, Kind kind) : path_(std::move(path)), archive_(::archive_write_new()) {
        if (kind == Kind::tar) {
            check(::archive_write_set_format_ustar(archive_.get()));
        } else {
            check(::archive_write_set_format_zip(archive_.get()));
            // Whatever this machine's language is.
            check(::archive_write_set_options(archive_.get(), "zip:hdrcharset=UTF-8"));
        }
        check(::archive_write_open_filename(archive_.get(), path_.c_str()));
    }

    void add(const ZipEntry& one) {
        constexpr int kReadable = 0644;
        constexpr int kExecutable = 0755;
        const std::unique_ptr<archive_entry, FreeEntry> entry(::archive_entry_new());
        ::archive_entry_set_pathname_utf8(entry.get(), one.path.c_str());
        ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(one.text.size()));
        ::archive_entry_set_filetype(entry.get(), AE_IFREG);
        ::archive_entry_set_perm(entry.get(), one.is_program ? kExecutable : kReadable);
        check(::archive_write_header(archive_.get(), entry.get()));
        if (::archive_write_data(archive_.get(), one.text.data(), one.text.size()) < 0) check(ARCHIVE_FATAL);
    }

    void close() { check(::archive_write_close(archive_.get())); }

  private:
    void check(int code) const {
        if (code == ARCHIVE_OK) return;
        const char* const reason = ::archive_error_string(archive_.get());
        throw UsageError(
            fmt::format("can't write '{}': {}", path_, reason != nullptr ? reason : "the archive fails"));
    }

    std::string path_;
    std::unique_ptr<archive, FreeArchive> archive_;
};

void write_archive(const std::string& path, Kind kind, const std::vector<ZipEntry>& entries) {
    const std::string beside = path + ".part";
    ZipWriter zip(beside, kind);
    for (const ZipEntry& one : entries) zip.add(one);
    zip.close();
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    if (error) throw UsageError(fmt::format("can't write '{}': {}", path, error.message()));
}

}  // namespace

void write_zip(const std::string& path, const std::vector<ZipEntry>& entries) {
    write_archive(path, Kind::zip, entries);
}

void write_tar(const std::string& path, const std::vector<ZipEntry>& entries) {
    write_archive(path, Kind::tar, entries);
}

}  // namespace sockgrade::batch
