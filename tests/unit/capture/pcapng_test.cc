#include "capture/pcapng.hh"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace sockgrade::capture {
namespace {

std::string hex_words(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        text += fmt::format("{}{:02x}", i > 0 && i % 4 == 0 ? " " : "", static_cast<unsigned char>(bytes[i]));
    return text;
}

TEST(Pcapng, BeginsWithASectionHeader) {
    // Type, length, byte order, version, no length of the section, a comment, the application, length.
    EXPECT_EQ(hex_words(Pcapng({"hi"}).take()),
              "0a0d0d0a 38000000 4d3c2b1a 01000000 ffffffff ffffffff 01000200 68690000 "
              "04000900 536f636b 67726164 65000000 00000000 38000000");
}

TEST(Pcapng, AnInterfaceHasItsLinkTypeAndName) {
    const std::string header = Pcapng({}).take();
    Pcapng file({});
    file.add_interface("link", "a");
    EXPECT_EQ(hex_words(std::move(file).take().substr(header.size())),
              "01000000 30000000 65000000 00000400 02000400 6c696e6b 03000100 61000000 09000100 06000000 "
              "00000000 30000000");
}

TEST(Pcapng, APacketHasItsTimeBytesCommentsAndDirection) {
    const std::string header = Pcapng({}).take();
    Pcapng file({});
    file.add({1, 0x1'0000'0002, true, "abcde", {"why"}});
    EXPECT_EQ(hex_words(std::move(file).take().substr(header.size())),
              "06000000 3c000000 01000000 01000000 02000000 05000000 05000000 61626364 65000000 "
              "01000300 77687900 02000400 02000000 00000000 3c000000");
}

TEST(Pcapng, NamesStandBesideTheirAddresses) {
    const std::string header = Pcapng({}).take();
    Pcapng file({});
    file.add_names({{to_ip("192.0.2.1").value(), "abc"}});
    EXPECT_EQ(hex_words(std::move(file).take().substr(header.size())),
              "04000000 1c000000 01000800 c0000201 61626300 00000000 1c000000");
}

TEST(Pcapng, EveryBlockIsPaddedAndALongCommentCut) {
    for (std::size_t size = 0; size < 9; ++size) {
        Pcapng file({});
        file.add({0, -5, false, std::string(size, 'x'), {std::string(size, 'y')}});
        EXPECT_EQ(std::move(file).take().size() % 4, 0U);
    }
    Pcapng file({});
    file.add({0, 0, false, "", {std::string(100'000, 'y')}});
    EXPECT_LT(std::move(file).take().size(), 5'000U);
}

}  // namespace
}  // namespace sockgrade::capture
