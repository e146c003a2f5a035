#include "batch/archive_reader.hh"

#include <archive.h>
#include <archive_entry.h>
#include <iconv.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <memory>
#include <new>
#include <string_view>

#include "base/text.hh"

namespace sockgrade::batch {

namespace {

using Kind = ArchiveRecord::Kind;
using What = ArchiveRecord::What;

constexpr std::size_t kBlock = std::size_t{64} << 10;
constexpr std::size_t kLongestText = kBlock;

// One record in the pipe; its texts follow.
struct Head {
    Kind kind = Kind::damage;
    What what = What::other;
    std::uint32_t is_encrypted = 0;
    std::uint32_t is_executable = 0;
    std::uint32_t text = 0;
    std::uint32_t target = 0;
    std::uint64_t packed = 0;
};

// In the child.

struct CloseArchive {
    void operator()(struct archive* reader) const { ::archive_read_free(reader); }
};
using OpenArchive = std::unique_ptr<struct archive, CloseArchive>;

void write_all(int output, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t size = ::write(output, bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) ::_exit(0);  // nobody wants to know any more
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
}

void tell(int output, Head head, std::string_view text, std::string_view target = {}) {
    text = text.substr(0, kLongestText);
    target = target.substr(0, kLongestText);
    head.text = static_cast<std::uint32_t>(text.size());
    head.target = static_cast<std::uint32_t>(target.size());
    write_all(output, {reinterpret_cast<const char*>(&head), sizeof(head)});
    write_all(output, text);
    write_all(output, target);
}

// libarchive turns names into the locale's letters, and our locale is "C". What it would open for that, and
// for the hour, is opened before nothing can be.
void prepare() {
    const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 != nullptr) ::uselocale(utf8);
    const iconv_t conversion = ::iconv_open("UTF-8", "UTF-8");
    if (conversion != reinterpret_cast<iconv_t>(-1)) ::iconv_close(conversion);
    ::tzset();
}

OpenArchive new_reader() {
    OpenArchive reader(::archive_read_new());
    if (!reader) throw std::bad_alloc();
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

const char* or_empty(const char* text, const char* other) {
    return text != nullptr ? text : other != nullptr ? other : "";
}

// libarchive's own words repeat names out of the archive.
std::string damage_of(struct archive* reader) {
    const std::string why = or_empty(::archive_error_string(reader), "it can't be read");
    const bool is_locked = ::archive_read_has_encrypted_entries(reader) > 0 ||
                           to_lower(why).find("passphrase") != std::string::npos ||
                           to_lower(why).find("encrypt") != std::string::npos;
    return is_locked ? "it is protected by a password"
                     : "it is damaged or cut off (" + why.substr(0, 120) + ")";
}

// False: it goes no further.
bool tell_data(struct archive* reader, int output) {
    std::array<char, kBlock> buffer;
    for (;;) {
        const la_ssize_t size = ::archive_read_data(reader, buffer.data(), buffer.size());
        if (size == ARCHIVE_RETRY) continue;
        if (size < 0) return false;
        if (size == 0) return true;
        Head head{Kind::data};
        head.packed = static_cast<std::uint64_t>(::archive_filter_bytes(reader, -1));
        tell(output, head, {buffer.data(), static_cast<std::size_t>(size)});
    }
}

// False: what it holds can't be read.
bool tell_entry(struct archive* reader, struct archive_entry* entry, int output) {
    Head head{Kind::entry};
    head.is_encrypted = ::archive_entry_is_encrypted(entry) != 0 ? 1 : 0;
    head.is_executable = (::archive_entry_perm(entry) & S_IXUSR) != 0 ? 1 : 0;
    const auto type = ::archive_entry_filetype(entry);
    const std::string target = or_empty(::archive_entry_symlink_utf8(entry), ::archive_entry_symlink(entry));
    if (::archive_entry_hardlink(entry) != nullptr || ::archive_entry_hardlink_utf8(entry) != nullptr)
        head.what = What::second_name;
    else if (!target.empty() || type == AE_IFLNK)
        head.what = What::link;
    else if (type == AE_IFDIR)
        head.what = What::folder;
    else if (type == AE_IFREG || type == 0)
        head.what = What::file;
    tell(output, head, or_empty(::archive_entry_pathname_utf8(entry), ::archive_entry_pathname(entry)),
         target);
    return head.what != What::file || head.is_encrypted != 0 || tell_data(reader, output);
}

void tell_all(int input, int output) {
    const OpenArchive reader = new_reader();
    if (::archive_read_open_fd(reader.get(), input, kBlock) != ARCHIVE_OK)
        return tell(output, {}, "it is not a zip, tar or 7z archive, or damaged");
    for (;;) {
        struct archive_entry* entry = nullptr;
        const int status = ::archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) return tell(output, {Kind::end}, "");
        if (status == ARCHIVE_RETRY) continue;
        if ((status != ARCHIVE_OK && status != ARCHIVE_WARN) || !tell_entry(reader.get(), entry, output))
            return tell(output, {}, damage_of(reader.get()));
    }
}

// What a library needs for the largest windows of usual archives; and a second for each MiB or two, and a
// minute for what comes to nothing.
sandbox::ReaderLimits limits_for(std::uint64_t bytes) { return {std::uint64_t{1} << 30, 60 + (bytes >> 21)}; }

}  // namespace

// In the parent.

ArchiveReader::ArchiveReader(int file, std::uint64_t bytes)
    : process_(file, limits_for(bytes), prepare, tell_all) {}

ArchiveRecord ArchiveReader::broken() {
    ArchiveRecord record;
    record.text =
        "it is damaged, or made to mislead: " + process_.complaint().value_or("what reads it breaks off");
    return record;
}

ArchiveRecord ArchiveReader::next() {
    Head head;
    if (!process_.read(&head, sizeof(head)) || head.kind > Kind::damage || head.what > What::other ||
        head.text > kLongestText || head.target > kLongestText)
        return broken();
    ArchiveRecord record{head.kind, head.what,  head.is_encrypted != 0, head.is_executable != 0, {},
                         {},        head.packed};
    record.text.resize(head.text);
    record.target.resize(head.target);
    if (!process_.read(record.text.data(), record.text.size()) ||
        !process_.read(record.target.data(), record.target.size()))
        return broken();
    return record;
}

}  // namespace sockgrade::batch
