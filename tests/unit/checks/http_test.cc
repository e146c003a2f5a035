// What an HTTP response has to say.
#include <gmock/gmock.h>

#include "tests/unit/checks/transcript_builder.hh"

namespace sockgrade::checks {
namespace {

Case answered(const model::HttpWanted& wanted, const std::string& response) {
    model::Expect http = expect(model::Expect::What::http);
    http.response = wanted;
    Case one = connected_server();
    one.step("client", send("GET / HTTP/1.0\r\n\r\n"), {sent("GET / HTTP/1.0\r\n\r\n")});
    return one.step("client", http, {received(response)});
}

const std::string kFound = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

TEST(Http, SaysWhatIsAwaited) {
    model::HttpWanted wanted;
    wanted.status = 200;
    wanted.headers = {{"content-type", {text("text/.*"), true, ""}}};
    wanted.body = model::Wanted{text("hello")};
    expect_passed(answered(wanted, kFound));
    expect_passed(answered(wanted,
                           "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                           "5\r\nhello\r\n0\r\n\r\n"));
    wanted.headers = {};
    expect_passed(answered(wanted, "HTTP/1.0 200 OK\r\n\r\nhello"));
}

TEST(Http, SaysSomethingElse) {
    model::HttpWanted wanted;
    wanted.status = 404;
    expect_failed(answered(wanted, kFound), Cause::wrong_content,
                  "The status should be 404 here, and it is 200.");
    expect_failed(answered({}, "HTTP/1.0 404 Not Found\r\n\r\n"), Cause::wrong_content, "did not work");
    wanted.status = 0;
    wanted.headers = {{"Location", {text("/there")}}};
    expect_failed(answered(wanted, kFound), Cause::missing, "a header \"Location: ...\"");
    wanted.headers = {{"Content-Type", {text("text/html")}}};
    expect_failed(answered(wanted, kFound), Cause::wrong_content, "Content-Type: \"text/plain\"");
    wanted.headers = {};
    wanted.body = model::Wanted{text("HELLO")};
    expect_failed(answered(wanted, kFound), Cause::wrong_case, "the body \"hello\"");
    wanted.body.reset();
    wanted.is_bodiless = true;
    expect_failed(answered(wanted, kFound), Cause::extra, "no body");
}

}  // namespace
}  // namespace sockgrade::checks
