#include "batch/archive.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/archive_reader.hh"
#include "batch/safe_folder.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

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
    Unpacker(const std::string& folder, const ArchiveLimits& limits) : folder_(folder), limits_(limits) {}

    // False when that was the last one.
    bool take(const ArchiveRecord& record) {
        using Kind = ArchiveRecord::Kind;
        switch (record.kind) {
            case Kind::entry:
                take_entry(record);
                return true;
            case Kind::data:
                count(record);
                write(record.text);
                return true;
            case Kind::end:
                file_.reset();
                return false;
            case Kind::damage:
                break;
        }
        throw Stop{escape(record.text.substr(0, kLongestComplaint))};
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
    static constexpr std::size_t kLongestComplaint = 200;

    void take_entry(const ArchiveRecord& entry) {
        file_.reset();
        if (++entries_ > limits_.entries)
            throw Stop{fmt::format("it holds more than {} files", limits_.entries)};
        const SafePath path = safe_path(entry.text);
        if (entry.is_encrypted) throw Stop{"it is protected by a password"};
        if (!path.refusal.empty()) return refuse(entry.text, path.refusal);
        if (path.parts.empty()) return;
        try {
            make(entry, path);
        } catch (const UsageError& error) {
            refuse(entry.text, error.what());
        }
    }

    void make(const ArchiveRecord& entry, const SafePath& path) {
        using What = ArchiveRecord::What;
        switch (entry.what) {
            case What::second_name:
                return refuse(entry.text, "it is a second name of another file, which is left out", true);
            case What::link:
                if (entry.target.empty() || !stays_inside(path.parts, entry.target))
                    return refuse(entry.text, "it is a link that leads out of the folder, and is left out",
                                  true);
                links_.push_back({path, entry.target});
                return;
            case What::folder:
                return folder_.make_folder(path.parts);
            case What::file:
                file_ = folder_.make_file(path.parts, entry.is_executable);
                ++unpacked_.files;
                return;
            case What::other:
                return refuse(entry.text, "it is a device, a pipe or a socket");
        }
    }

    // Nowhere, where its entry was refused.
    void write(std::string_view bytes) const {
        while (file_.valid() && !bytes.empty()) {
            const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            system::check_call("unpack into " + folder_.path(), written);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void count(const ArchiveRecord& data) {
        written_ += data.text.size();
        if (written_ > limits_.bytes)
            throw Stop{fmt::format("unpacked, it is larger than {} MiB", limits_.bytes >> 20)};
        const std::uint64_t packed = std::max<std::uint64_t>(data.packed, 1);
        if (written_ > limits_.ratio_from && written_ / packed > limits_.ratio)
            throw Stop{fmt::format("unpacked, it is more than {} times as large: a bomb", limits_.ratio)};
    }

    SafeFolder folder_;
    const ArchiveLimits& limits_;
    system::Fd file_;  // that is being written
    std::vector<Link> links_;
    std::size_t entries_ = 0;
    std::uint64_t written_ = 0;
    Unpacked unpacked_;
};

std::string bytes_of(int file, off_t at, std::size_t count) {
    std::string bytes(count, '\0');
    const ssize_t size = ::pread(file, bytes.data(), bytes.size(), at);
    bytes.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return bytes;
}

// What the reader would pass over: it takes a zip file whose list of files at its end is cut off for what
// lies before the cut, and says of RAR only that it is none of the others. Empty: it may begin.
std::string refusal_before_reading(int file) {
    using namespace std::string_view_literals;
    constexpr off_t kLongestEnd = 22 + 65535;  // the record that ends a zip file, with its comment
    const std::string beginning = bytes_of(file, 0, 4);
    if (beginning == "Rar!"sv) return "RAR is not read: hand in a zip archive";
    const off_t size = ::lseek(file, 0, SEEK_END);
    ::lseek(file, 0, SEEK_SET);
    if (beginning != "PK\x03\x04"sv || size < 0) return "";
    const off_t from = std::max<off_t>(size - kLongestEnd, 0);
    const std::string end = bytes_of(file, from, static_cast<std::size_t>(size - from));
    return end.find("PK\x05\x06"sv) == std::string::npos ? "it is damaged or cut off (its end is missing)"
                                                         : "";
}

}  // namespace

std::string Unpacked::refusal() const {
    for (const Refused& one : refused)
        if (!one.is_harmless)
            return one.entry.empty() ? one.reason : fmt::format("{}: {}", quote(one.entry, 80), one.reason);
    return "";
}

Unpacked unpack(const std::string& archive, const std::string& folder, const ArchiveLimits& limits) {
    const system::Fd file(
        system::check_call("open " + archive, ::open(archive.c_str(), O_RDONLY | O_CLOEXEC)));
    Unpacker unpacker(folder, limits);
    if (std::string reason = refusal_before_reading(file.get()); !reason.empty()) {
        unpacker.refuse("", std::move(reason));
        return std::move(unpacker.unpacked());
    }
    ArchiveReader reader(file.get(), limits.bytes);
    try {
        while (unpacker.take(reader.next())) {
        }
        unpacker.make_links();
    } catch (const Stop& stop) {
        // Before whatever else there is to say about it.
        unpacker.unpacked().refused.insert(unpacker.unpacked().refused.begin(), {"", stop.reason, false});
    }
    return std::move(unpacker.unpacked());
}

}  // namespace sockgrade::batch
