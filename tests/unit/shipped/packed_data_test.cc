#include "shipped/packed_data.hh"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include "system/temporary_folder.hh"

namespace sockgrade::shipped {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;

std::vector<std::byte> packed(const Files& files) {
    std::vector<std::byte> bytes(std::size_t{1} << 20);
    std::size_t used = 0;
    struct archive* const writer = ::archive_write_new();
    ::archive_write_set_format_gnutar(writer);
    ::archive_write_add_filter_xz(writer);
    ::archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
    for (const auto& [name, content] : files) {
        struct archive_entry* const entry = ::archive_entry_new();
        ::archive_entry_set_pathname(entry, name.c_str());
        ::archive_entry_set_filetype(entry, AE_IFREG);
        ::archive_entry_set_perm(entry, 0644);
        ::archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        ::archive_write_header(writer, entry);
        ::archive_write_data(writer, content.data(), content.size());
        ::archive_entry_free(entry);
    }
    ::archive_write_free(writer);
    bytes.resize(used);
    return bytes;
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::ptrdiff_t count_in(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

std::string refusal(const std::vector<std::byte>& data, const std::vector<fs::path>& caches) {
    try {
        unpacked(data, caches);
        return "";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

class PackedData : public testing::Test {
  protected:
    fs::path root() const { return place_.path(); }

    const std::vector<std::byte> data_ = packed(
        {{"specs/one.yaml", "exercise: one\n"}, {"exercises/one/README.md", std::string(200'000, 'x')}});

  private:
    system::TemporaryFolder place_{"sockgrade-unit"};
};

TEST_F(PackedData, IsUnpackedWholeAndLeavesNothingElse) {
    const std::vector caches{root() / ".cache/sockgrade"};
    const fs::path folder = unpacked(data_, caches);
    EXPECT_EQ(content_of(folder / "specs/one.yaml"), "exercise: one\n");
    EXPECT_EQ(content_of(folder / "exercises/one/README.md"), std::string(200'000, 'x'));
    EXPECT_EQ(count_in(caches.front()), 1);
}

TEST_F(PackedData, IsUnpackedOnce) {
    const std::vector caches{root() / "sockgrade"};
    const fs::path folder = unpacked(data_, caches);
    std::ofstream(folder / "mark") << "still the same";
    EXPECT_EQ(unpacked(data_, caches), folder);
    EXPECT_EQ(content_of(folder / "mark"), "still the same");
}

TEST_F(PackedData, OfAnotherVersionHasAFolderOfItsOwn) {
    const std::vector caches{root() / "sockgrade"};
    const fs::path other = unpacked(packed({{"specs/one.yaml", "exercise: other\n"}}), caches);
    EXPECT_NE(unpacked(data_, caches), other);
    EXPECT_EQ(content_of(other / "specs/one.yaml"), "exercise: other\n");
}

TEST_F(PackedData, GoesToTheNextPlaceWhereTheFirstCannotBeWritten) {
    std::ofstream(root() / "a-file") << "";
    const std::vector caches{root() / "a-file/sockgrade", root() / "sockgrade-7"};
    EXPECT_EQ(unpacked(data_, caches).parent_path(), caches.back());
}

TEST_F(PackedData, IsNotPutWhereOthersCanWrite) {
    const fs::path cache = root() / "sockgrade-7";
    fs::create_directory(cache);
    ASSERT_EQ(::chmod(cache.c_str(), 0777), 0);
    EXPECT_THAT(refusal(data_, {cache}), testing::HasSubstr("others can write there"));
}

TEST_F(PackedData, IsNotTakenFromALink) {
    const fs::path elsewhere = root() / "elsewhere";
    fs::create_directory(elsewhere);
    fs::create_directory_symlink(elsewhere, root() / "sockgrade-7");
    EXPECT_THAT(refusal(data_, {root() / "sockgrade-7"}), testing::HasSubstr("belongs to another user"));
    EXPECT_EQ(count_in(elsewhere), 0);
}

TEST_F(PackedData, ThatIsDamagedLeavesNothing) {
    std::vector<std::byte> broken = data_;
    broken.resize(broken.size() / 2);
    EXPECT_THAT(refusal(broken, {root() / "sockgrade"}), testing::HasSubstr("damaged"));
    EXPECT_EQ(count_in(root() / "sockgrade"), 0);
}

TEST_F(PackedData, HasItsPlaceInTheUsersCache) {
    const std::string home = ::getenv("HOME") != nullptr ? ::getenv("HOME") : "";
    ::setenv("HOME", "/home/ann", 1);
    ::unsetenv("XDG_CACHE_HOME");
    EXPECT_EQ(cache_folders().front(), "/home/ann/.cache/sockgrade");
    ::setenv("XDG_CACHE_HOME", "/var/cache/ann", 1);
    EXPECT_EQ(cache_folders().front(), "/var/cache/ann/sockgrade");
    ::setenv("XDG_CACHE_HOME", "not/absolute", 1);
    EXPECT_EQ(cache_folders().front(), "/home/ann/.cache/sockgrade");
    ::unsetenv("XDG_CACHE_HOME");
    home.empty() ? ::unsetenv("HOME") : ::setenv("HOME", home.c_str(), 1);
}

}  // namespace
}  // namespace sockgrade::shipped
