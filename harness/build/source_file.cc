#include "build/source_file.hh"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "base/error.hh"
#include "system/fd.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostText = 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

[[noreturn]] void refuse(const std::string& path, int error) {
    if (error == EACCES) {
        throw UsageError(path + ": you may not read it; try: chmod u+r " +
                         fs::path(path).filename().string());
    }
    throw UsageError(path + ": " + std::generic_category().message(error));
}

void require_regular(const std::string& path, const struct stat& status) {
    if (S_ISREG(status.st_mode)) return;
    throw UsageError(path + ": not a regular file; hand in a source file, an executable or a folder");
}

std::string read_text(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) < 0) refuse(path, errno);
    require_regular(path, status);
    // Should the file be swapped for a FIFO or a terminal right now, this does not wait for it either.
    const system::Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!fd.valid()) refuse(path, errno);
    if (::fstat(fd.get(), &status) < 0) refuse(path, errno);
    require_regular(path, status);
    std::string text;
    std::array<char, 16 * 1024> buffer{};
    while (text.size() < kMostText) {
        const ssize_t count =
            ::read(fd.get(), buffer.data(), std::min(buffer.size(), kMostText - text.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) refuse(path, errno);
        if (count == 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
}

}  // namespace

SourceFile open_source(const std::string& path) {
    SourceFile source;
    source.text = read_text(path);
    const fs::path absolute = fs::absolute(path).lexically_normal();
    std::error_code error;
    const fs::path folder = fs::canonical(absolute.parent_path(), error);
    source.folder = error ? absolute.parent_path().string() : folder.string();
    source.name = absolute.filename().string();
    source.stem = absolute.stem().string();
    source.path = (fs::path(source.folder) / source.name).string();
    source.may_execute = ::access(source.path.c_str(), X_OK) == 0;
    if (source.text.starts_with(kByteOrderMark)) {
        source.has_byte_order_mark = true;
        source.text.erase(0, kByteOrderMark.size());
    }
    return source;
}

std::vector<std::string> shebang(std::string_view text) {
    std::vector<std::string> words;
    if (!text.starts_with("#!")) return words;
    std::istringstream line{std::string(text.substr(2, text.substr(0, 4096).find('\n') - 2))};
    for (std::string word; line >> word;) words.push_back(word);
    return words;
}

bool is_elf(std::string_view text) {
    return text.starts_with(
        "\x7f"
        "ELF");
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n\f\v";
    const std::size_t start = text.find_first_not_of(kSpaces);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(kSpaces) - start + 1);
}

std::string shorten(std::string_view line, std::size_t most) {
    line = trim(line);
    if (line.size() <= most) return std::string(line);
    // Not in the middle of a character: UTF-8 continues with bytes of the form 10xxxxxx.
    while (most > 0 && (static_cast<unsigned char>(line[most]) & 0xc0U) == 0x80U) --most;
    return std::string(line.substr(0, most)) + " …";
}

}  // namespace sockgrade::build
