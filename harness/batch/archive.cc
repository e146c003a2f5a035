#include "batch/archive.hh"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string_view>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/safe_folder.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

struct CloseArchive {
    void operator()(struct archive* reader) const { ::archive_read_free(reader); }
};
using OpenArchive = std::unique_ptr<struct archive, CloseArchive>;

// libarchive turns names into the locale's letters, and our locale is "C". For this thread only.
class Utf8Names {
  public:
    Utf8Names() : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (utf8_ != nullptr) before_ = ::uselocale(utf8_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() {
        if (utf8_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(utf8_);
    }

  private:
    locale_t utf8_;
    locale_t before_ = nullptr;
};

// A link that the archive has: made when all files are written, so that none is written through it.
struct Link {
    SafePath path;
    std::string target;
};

// It goes no further: the rest of the archive is not looked at.
struct Stop {
    std::string reason;
};

class Unpacker {
  public:
    Unpacker(const std::string& folder, const ArchiveLimits& limits, struct archive* reader)
        : folder_(folder), limits_(limits), reader_(reader) {}

    void take(struct archive_entry* entry) {
        if (++entries_ > limits_.entries)
            throw Stop{fmt::format("it holds more than {} files", limits_.entries)};
        const char* name = ::archive_entry_pathname_utf8(entry);
        if (name == nullptr) name = ::archive_entry_pathname(entry);
        const std::string shown = name == nullptr ? "" : name;
        const SafePath path = safe_path(shown);
        if (::archive_entry_is_encrypted(entry) != 0) throw Stop{"it is protected by a password"};
        if (!path.refusal.empty()) return refuse(shown, path.refusal);
        if (path.parts.empty()) return;
        try {
            write(entry, path, shown);
        } catch (const UsageError& error) {
            refuse(shown, error.what());
        }
    }

    void make_links() {
        for (const Link& link : links_) {
            try {
                folder_.make_link(link.path.parts, link.target);
            } catch (const UsageError& error) {
                refuse(link.path.to_string(), error.what());
            }
        }
    }

    void refuse(const std::string& entry, std::string reason, bool is_harmless = false) {
        if (unpacked_.refused.size() < kMostRefused)
            unpacked_.refused.push_back({entry, std::move(reason), is_harmless});
    }

    Unpacked& unpacked() { return unpacked_; }

  private:
    void write(struct archive_entry* entry, const SafePath& path, const std::string& shown) {
        const char* target = ::archive_entry_symlink_utf8(entry);
        if (target == nullptr) target = ::archive_entry_symlink(entry);
        if (::archive_entry_hardlink(entry) != nullptr || ::archive_entry_hardlink_utf8(entry) != nullptr)
            return refuse(shown, "it is a second name of another file, which is left out", true);
        if (target != nullptr || ::archive_entry_filetype(entry) == AE_IFLNK) {
            if (target == nullptr || !stays_inside(path.parts, target))
                return refuse(shown, "it is a link that leads out of the folder, and is left out", true);
            links_.push_back({path, target});
            return;
        }
        switch (::archive_entry_filetype(entry)) {
            case AE_IFDIR:
                return folder_.make_folder(path.parts);
            case AE_IFREG:
            case 0:
                return write_file(path, (::archive_entry_perm(entry) & S_IXUSR) != 0);
            default:
                return refuse(shown, "it is a device, a pipe or a socket");
        }
    }

    void write_file(const SafePath& path, bool executable) {
        const system::Fd file = folder_.make_file(path.parts, executable);
        std::array<char, 64 << 10> buffer;
        for (;;) {
            const la_ssize_t size = ::archive_read_data(reader_, buffer.data(), buffer.size());
            if (size == ARCHIVE_RETRY) continue;
            if (size < 0) throw Stop{damage()};
            if (size == 0) break;
            count(static_cast<std::uint64_t>(size));
            for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
                const ssize_t written =
                    ::write(file.get(), buffer.data() + at, static_cast<std::size_t>(size) - at);
                if (written < 0 && errno == EINTR) continue;
                system::check_call("unpack into " + folder_.path(), written);
                at += static_cast<std::size_t>(written);
            }
        }
        ++unpacked_.files;
    }

    void count(std::uint64_t size) {
        written_ += size;
        if (written_ > limits_.bytes)
            throw Stop{fmt::format("unpacked, it is larger than {} MiB", limits_.bytes >> 20)};
        const la_int64_t position = ::archive_filter_bytes(reader_, -1);
        const auto packed = static_cast<std::uint64_t>(std::max<la_int64_t>(position, 1));
        if (written_ > limits_.ratio_from && written_ / packed > limits_.ratio)
            throw Stop{fmt::format("unpacked, it is more than {} times as large: a bomb", limits_.ratio)};
    }

  public:
    // libarchive's own words repeat names out of the archive.
    std::string damage() const {
        if (::archive_read_has_encrypted_entries(reader_) > 0) return "it is protected by a password";
        const char* why = ::archive_error_string(reader_);
        const std::string text = escape(why == nullptr ? "it can't be read" : why).substr(0, 120);
        if (to_lower(text).find("passphrase") != std::string::npos ||
            to_lower(text).find("encrypt") != std::string::npos)
            return "it is protected by a password";
        return fmt::format("it is damaged or cut off ({})", text);
    }

  private:
    SafeFolder folder_;
    const ArchiveLimits& limits_;
    struct archive* reader_;
    std::vector<Link> links_;
    std::size_t entries_ = 0;
    std::uint64_t written_ = 0;
    Unpacked unpacked_;
};

OpenArchive new_reader() {
    OpenArchive reader(::archive_read_new());
    if (!reader) throw system::SystemError("make an archive's reader", ENOMEM);
    ::archive_read_support_format_zip(reader.get());
    ::archive_read_support_format_tar(reader.get());
    ::archive_read_support_format_7zip(reader.get());
    ::archive_read_support_filter_gzip(reader.get());
    ::archive_read_support_filter_bzip2(reader.get());
    ::archive_read_support_filter_xz(reader.get());
    ::archive_read_support_filter_zstd(reader.get());
    ::archive_read_support_filter_compress(reader.get());
    return reader;
}

void read_all(struct archive* reader, Unpacker& unpacker) {
    for (;;) {
        struct archive_entry* entry = nullptr;
        const int status = ::archive_read_next_header(reader, &entry);
        if (status == ARCHIVE_EOF) break;
        if (status == ARCHIVE_RETRY) continue;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) throw Stop{unpacker.damage()};
        unpacker.take(entry);
    }
    unpacker.make_links();
}

}  // namespace

std::string Unpacked::refusal() const {
    for (const Refused& one : refused)
        if (!one.is_harmless)
            return one.entry.empty() ? one.reason : fmt::format("{}: {}", quote(one.entry, 80), one.reason);
    return "";
}

Unpacked unpack(const std::string& archive, const std::string& folder, const ArchiveLimits& limits) {
    const Utf8Names names;
    const system::Fd file(
        system::check_call("open " + archive, ::open(archive.c_str(), O_RDONLY | O_CLOEXEC)));
    const OpenArchive reader = new_reader();
    Unpacker unpacker(folder, limits, reader.get());
    constexpr std::size_t kBlock = 64 << 10;
    try {
        if (::archive_read_open_fd(reader.get(), file.get(), kBlock) != ARCHIVE_OK)
            throw Stop{"it is not a zip, tar or 7z archive, or damaged"};
        read_all(reader.get(), unpacker);
    } catch (const Stop& stop) {
        // Before whatever else there is to say about it.
        unpacker.unpacked().refused.insert(unpacker.unpacked().refused.begin(), {"", stop.reason, false});
    }
    return std::move(unpacker.unpacked());
}

}  // namespace sockgrade::batch
