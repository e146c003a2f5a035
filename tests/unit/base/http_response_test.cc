#include "base/http_response.hh"

#include <gtest/gtest.h>

#include <string>

namespace sockgrade {
namespace {

using Kind = HttpFault::Kind;

const std::string kStatus = "HTTP/1.0 200 OK\r\n";

Kind kind_of(const std::string& bytes) { return http_fault(bytes).kind; }

TEST(HttpFault, NoneInWhatServersSend) {
    for (const std::string& bytes :
         {kStatus + "Content-Length: 2\r\n\r\nhi",
          std::string(
              "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\ncontent-length:3\r\n\r\nhi\n"),
          std::string("HTTP/1.0 203\r\nContent-Length: 1 \r\nConnection: close\r\n\r\nx")})
        EXPECT_EQ(kind_of(bytes), Kind::none) << bytes;
}

TEST(HttpFault, TheFirstOfThem) {
    EXPECT_EQ(kind_of("<html>hi</html>"), Kind::status_line);
    EXPECT_EQ(kind_of("HTTP/1.0 404 Not Found\r\nContent-Length: 2\r\n\r\nhi"), Kind::status);
    EXPECT_EQ(kind_of("HTTP/1.0 40 Not Found\r\nContent-Length: 2\r\n\r\nhi"), Kind::status_line);
    EXPECT_EQ(kind_of("HTTP 200 OK\r\n\r\nhi"), Kind::status_line);
    EXPECT_EQ(kind_of("HTTP/1.0 200 OK\nContent-Length: 2\n\nhi"), Kind::line_end);
    EXPECT_EQ(kind_of(kStatus + "Content-Length: 2\r\n\nhi"), Kind::line_end);
    EXPECT_EQ(kind_of(kStatus + "Content-Length: 2\r\nhi"), Kind::head_end);
    EXPECT_EQ(kind_of(kStatus + "Content-Length 2\r\n\r\nhi"), Kind::header);
    EXPECT_EQ(kind_of(kStatus + "Content Length: 2\r\n\r\nhi"), Kind::header);
    EXPECT_EQ(kind_of(kStatus + "\r\nhi"), Kind::no_length);
    EXPECT_EQ(kind_of(kStatus + "Content-Length: two\r\n\r\nhi"), Kind::bad_length);
    EXPECT_EQ(kind_of(kStatus + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nhi"), Kind::bad_length);
    EXPECT_EQ(kind_of(kStatus + "Content-Length: 3\r\n\r\nhi"), Kind::short_body);
    EXPECT_EQ(kind_of(kStatus + "Content-Length: 1\r\n\r\nhi"), Kind::long_body);
    EXPECT_EQ(kind_of(kStatus + "Content-Length: 0\r\n\r\n"), Kind::no_body);
    EXPECT_EQ(kind_of("\n"), Kind::status_line);
    EXPECT_EQ(kind_of(""), Kind::status_line);
}

TEST(HttpFault, OfAResponseThatIsNoPage) {
    const auto kind_of_any = [](const std::string& bytes, std::size_t status = 0, bool is_bodiless = false) {
        return http_fault(bytes, {status, false, false, is_bodiless}).kind;
    };
    const std::string chunked = kStatus + "Transfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(kind_of_any("HTTP/1.0 404 Not Found\r\nContent-Length: 2\r\n\r\nhi", 404), Kind::none);
    EXPECT_EQ(kind_of_any(kStatus + "Content-Length: 2\r\n\r\nhi", 404), Kind::status);
    EXPECT_EQ(kind_of_any(kStatus + "\r\nto the end"), Kind::none);
    EXPECT_EQ(kind_of_any("HTTP/1.1 204 No Content\r\n\r\n"), Kind::none);
    EXPECT_EQ(kind_of_any("HTTP/1.1 204 No Content\r\n\r\nhi"), Kind::long_body);
    EXPECT_EQ(kind_of_any(kStatus + "Content-Length: 2\r\n\r\n", 0, true), Kind::none);
    EXPECT_EQ(kind_of_any(chunked + "2\r\nhi\r\n3;x=y\r\n you\r\n"), Kind::chunk);
    EXPECT_EQ(kind_of_any(chunked + "2\r\nhi\r\n"), Kind::short_body);
    EXPECT_EQ(kind_of_any(chunked + "x\r\nhi\r\n0\r\n\r\n"), Kind::chunk);
    EXPECT_EQ(kind_of_any(chunked + "ffffffffffffffff\r\nhi"), Kind::short_body);
    EXPECT_EQ(kind_of_any(chunked + "0\r\n\r\nmore"), Kind::long_body);
    const std::string whole = chunked + "2\r\nhi\r\nA\r\n everybody\r\n0\r\nTrailer: x\r\n\r\n";
    EXPECT_EQ(kind_of_any(whole), Kind::none);
    EXPECT_TRUE(http_response_is_whole(whole));
    EXPECT_FALSE(http_response_is_whole(whole.substr(0, whole.size() - 1)));
    EXPECT_EQ(http_response(whole).body, "hi everybody");
    EXPECT_EQ(http_response(whole).headers.front().first, "transfer-encoding");
}

TEST(HttpResponseIsWhole, WithAsMuchOfItsBodyAsItSays) {
    EXPECT_FALSE(http_response_is_whole(""));
    EXPECT_FALSE(http_response_is_whole(kStatus + "Content-Length: 3\r\n"));
    EXPECT_FALSE(http_response_is_whole(kStatus + "Content-Length: 3\r\n\r\nhi"));
    EXPECT_TRUE(http_response_is_whole(kStatus + "Content-Length: 3\r\n\r\nhi!"));
    EXPECT_TRUE(http_response_is_whole(kStatus + "Content-Length: 3\r\n\r\nhi! and more"));
    EXPECT_FALSE(http_response_is_whole(kStatus + "\r\nwho knows")) << "the end of the connection tells";
}

}  // namespace
}  // namespace sockgrade
