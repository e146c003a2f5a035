// Archives as students make them, and as somebody makes them who means harm.
#include "batch/archive.hh"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <locale.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "batch/safe_folder.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::batch {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct Packed {
    std::string name;
    std::string content;
    unsigned type = AE_IFREG;
    std::string target{};  // of links
};

using SetFormat = std::function<void(struct archive*)>;

void zip_format(struct archive* writer) { ::archive_write_set_format_zip(writer); }
void tar_gz_format(struct archive* writer) {
    ::archive_write_set_format_pax_restricted(writer);
    ::archive_write_add_filter_gzip(writer);
}
void seven_zip_format(struct archive* writer) { ::archive_write_set_format_7zip(writer); }

class Archives : public testing::Test {
  protected:
    std::string pack(const std::vector<Packed>& files, const SetFormat& format) {
        // libarchive writes names in the locale's letters.
        const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        const locale_t before = ::uselocale(utf8);
        const std::string path = folder_.path() + "/archive";
        struct archive* writer = ::archive_write_new();
        format(writer);
        EXPECT_EQ(::archive_write_open_filename(writer, path.c_str()), ARCHIVE_OK);
        for (const Packed& file : files) {
            struct archive_entry* entry = ::archive_entry_new();
            ::archive_entry_copy_pathname(entry, file.name.c_str());
            ::archive_entry_set_filetype(entry, file.type);
            ::archive_entry_set_perm(entry, 0644);
            ::archive_entry_set_size(entry, static_cast<la_int64_t>(file.content.size()));
            if (file.type == AE_IFLNK) ::archive_entry_copy_symlink(entry, file.target.c_str());
            if (file.type == AE_IFREG && !file.target.empty())
                ::archive_entry_copy_hardlink(entry, file.target.c_str());
            EXPECT_GE(::archive_write_header(writer, entry), ARCHIVE_WARN) << ::archive_error_string(writer);
            ::archive_write_data(writer, file.content.data(), file.content.size());
            ::archive_entry_free(entry);
        }
        EXPECT_EQ(::archive_write_free(writer), ARCHIVE_OK);
        ::uselocale(before);
        ::freelocale(utf8);
        return path;
    }
    std::string out() {
        const std::string path = folder_.path() + "/out";
        fs::create_directory(path);
        return path;
    }
    std::string content(const std::string& name) {
        std::ifstream file(folder_.path() + "/out/" + name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    // Whatever an archive says, this lies beside its folder and stays alone.
    void expect_nothing_outside() {
        for (const fs::directory_entry& entry : fs::directory_iterator(folder_.path()))
            EXPECT_THAT((std::vector<std::string>{"archive", "out"}),
                        testing::Contains(entry.path().filename().string()));
    }
    std::string refusal_of(const std::vector<Packed>& files, const SetFormat& format = tar_gz_format,
                           const ArchiveLimits& limits = kOfOneStudent) {
        const std::string refusal = unpack(pack(files, format), out(), limits).refusal();
        expect_nothing_outside();
        return refusal;
    }

    system::TemporaryFolder folder_;
};

TEST_F(Archives, AreUnpackedWhateverTheirKind) {
    for (const SetFormat& format :
         {SetFormat(zip_format), SetFormat(tar_gz_format), SetFormat(seven_zip_format)}) {
        fs::remove_all(folder_.path() + "/out");
        const Unpacked unpacked = unpack(
            pack({{"hw/", "", AE_IFDIR, ""}, {"hw/server.py", "print(1)\n"}, {"hw/Übung.txt", "ä"}}, format),
            out(), kOfOneStudent);
        EXPECT_EQ(unpacked.refusal(), "");
        EXPECT_EQ(unpacked.files, 2U);
        EXPECT_EQ(content("hw/server.py"), "print(1)\n");
        EXPECT_EQ(content("hw/Übung.txt"), "ä");
    }
}

TEST_F(Archives, PathsThatLeaveTheFolder) {
    EXPECT_THAT(refusal_of({{"../evil", "x"}}), HasSubstr("its path leads out of the folder"));
    EXPECT_THAT(refusal_of({{"a/../../evil", "x"}}), HasSubstr("its path leads out of the folder"));
    EXPECT_THAT(refusal_of({{"/tmp/evil", "x"}}), HasSubstr("its path begins at the top of a disk"));
    EXPECT_THAT(refusal_of({{"..\\evil", "x"}}, zip_format), HasSubstr("its path leads out of the folder"));
    EXPECT_THAT(refusal_of({{"C:\\evil", "x"}}, zip_format), HasSubstr("top of a disk"));
}

TEST_F(Archives, OneBadEntryStopsNoOther) {
    const Unpacked unpacked =
        unpack(pack({{"../evil", "x"}, {"server.py", "good"}}, tar_gz_format), out(), kOfOneStudent);
    EXPECT_EQ(content("server.py"), "good");
    ASSERT_EQ(unpacked.refused.size(), 1U);
    EXPECT_EQ(unpacked.refused.front().entry, "../evil");
    expect_nothing_outside();
}

TEST_F(Archives, LinksOutAreLeftOutAndLinksWithinAreMade) {
    const Unpacked unpacked = unpack(pack({{"venv/python", "", AE_IFLNK, "/usr/bin/python3"},
                                           {"up", "", AE_IFLNK, ".."},
                                           {"a/b/here", "", AE_IFLNK, "../.."},
                                           {"through", "", AE_IFLNK, "a/b/here/.."},
                                           {"same", "", AE_IFREG, "/etc/passwd"},
                                           {"latest.py", "", AE_IFLNK, "server.py"},
                                           {"server.py", "good"}},
                                          tar_gz_format),
                                     out(), kOfOneStudent);
    EXPECT_EQ(unpacked.refusal(), "") << "a link is no reason to grade nothing";
    std::vector<std::string> left_out;
    for (const Refused& one : unpacked.refused) left_out.push_back(one.entry);
    EXPECT_THAT(left_out, testing::UnorderedElementsAre("venv/python", "up", "through", "same"));
    EXPECT_EQ(content("latest.py"), "good");
    EXPECT_FALSE(fs::exists(folder_.path() + "/out/same"));
}

TEST_F(Archives, NothingIsWrittenThroughALink) {
    refusal_of({{"door", "", AE_IFLNK, "inner"}, {"door/evil", "x"}, {"inner/", "", AE_IFDIR, ""}});
    EXPECT_FALSE(fs::exists(folder_.path() + "/out/inner/evil"));
    EXPECT_EQ(content("door/evil"), "x") << "a folder of that name, not the link";
}

TEST_F(Archives, DevicesAndPipes) {
    EXPECT_THAT(refusal_of({{"null", "", AE_IFCHR, ""}}), HasSubstr("a device, a pipe or a socket"));
    EXPECT_THAT(refusal_of({{"pipe", "", AE_IFIFO, ""}}), HasSubstr("a device, a pipe or a socket"));
    EXPECT_TRUE(fs::is_empty(folder_.path() + "/out"));
}

TEST_F(Archives, NamesThatNobodyCanRead) {
    EXPECT_THAT(refusal_of({{"a\nb.py", "x"}}), HasSubstr("\"a\\nb.py\": its name has a line break"));
    EXPECT_THAT(refusal_of({{std::string(300, 'n'), "x"}}), HasSubstr("its name is too long"));
    std::string deep;
    for (int i = 0; i < 60; ++i) deep += "d/";
    EXPECT_THAT(refusal_of({{deep + "x", "x"}}), HasSubstr("it lies too deep"));
}

// Archives of old Windows systems: the name is strange, the program is not.
TEST_F(Archives, NamesThatAreNotUtf8AreWrittenOut) {
    const auto old_tar = [](struct archive* writer) { ::archive_write_set_format_ustar(writer); };
    EXPECT_EQ(refusal_of({{"\x9a"
                           "bung/server.py",
                           "good"}},
                         old_tar),
              "");
    EXPECT_EQ(content("%9Abung/server.py"), "good");
}

TEST_F(Archives, BombsByRatioBySizeAndByNumber) {
    const ArchiveLimits small{1 << 20, 100, 64 << 10};
    EXPECT_THAT(refusal_of({{"zeros", std::string(900'000, '\0')}}, tar_gz_format, small),
                HasSubstr("more than 200 times as large: a bomb"));
    const auto plain_tar = [](struct archive* writer) { ::archive_write_set_format_ustar(writer); };
    EXPECT_THAT(refusal_of({{"large", std::string(1'100'000, 'x')}}, plain_tar, small),
                HasSubstr("larger than 1 MiB"));
    std::vector<Packed> many;
    for (int i = 0; i < 101; ++i) many.push_back({"f" + std::to_string(i), ""});
    EXPECT_THAT(refusal_of(many, tar_gz_format, small), HasSubstr("more than 100 files"));
}

TEST_F(Archives, AHundredThousandFilesStopAtTheLimit) {
    std::vector<Packed> many;
    for (int i = 0; i < 100'000; ++i) many.push_back({"f" + std::to_string(i), ""});
    EXPECT_THAT(refusal_of(many), HasSubstr("it holds more than 10000 files"));
}

TEST_F(Archives, WithAPassword) {
    const auto locked = [](struct archive* writer) {
        ::archive_write_set_format_zip(writer);
        ::archive_write_set_options(writer, "zip:encryption=zipcrypt");
        ::archive_write_set_passphrase(writer, "secret");
    };
    EXPECT_THAT(refusal_of({{"server.py", "print(1)\n"}}, locked), HasSubstr("protected by a password"));
}

TEST_F(Archives, DamagedOrNone) {
    const std::string text(40'000, 'x');
    for (const SetFormat& format :
         {SetFormat(zip_format), SetFormat(tar_gz_format), SetFormat(seven_zip_format)}) {
        std::string noise;
        for (unsigned i = 0; i < 60'000; ++i) noise += static_cast<char>((i * 2654435761U) >> 24);
        const std::string path = pack({{"server.py", noise}}, format);
        fs::resize_file(path, fs::file_size(path) / 2);
        EXPECT_NE(unpack(path, out(), kOfOneStudent).refusal(), "");
    }
    for (const std::string& content : {std::string(), std::string("not an archive"), text}) {
        std::ofstream(folder_.path() + "/archive", std::ios::binary | std::ios::trunc) << content;
        EXPECT_NE(unpack(folder_.path() + "/archive", out(), kOfOneStudent).refusal(), "") << content.size();
    }
}

TEST_F(Archives, OneNameTwice) {
    EXPECT_EQ(refusal_of({{"server.py", "old"}, {"server.py", "new"}}), "");
    EXPECT_EQ(content("server.py"), "new");
    EXPECT_THAT(refusal_of({{"a", "file"}, {"a/b", "below"}}), HasSubstr("as a file and as a folder"));
}

TEST(SafePath, Links) {
    const std::vector<std::string> at{"a", "b", "link"};
    EXPECT_TRUE(stays_inside(at, "c"));
    EXPECT_TRUE(stays_inside(at, "../../c"));
    EXPECT_FALSE(stays_inside(at, "../../../c"));
    EXPECT_FALSE(stays_inside(at, "/c"));
    EXPECT_FALSE(stays_inside(at, "c/.."));  // c may be a link
    EXPECT_FALSE(stays_inside(at, ""));
}

}  // namespace
}  // namespace sockgrade::batch
