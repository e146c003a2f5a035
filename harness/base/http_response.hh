// HTTP responses as RFC 1945 and RFC 9112 have them, as far as a first server of one's own goes: a status
// line, header lines, an empty line, a body with its length, or in chunks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sockgrade {

// Its head is here, and as much of a body as that says; without a length nobody can tell before the
// connection ends.
bool http_response_is_whole(std::string_view bytes);

// What of it is wrong.
struct HttpFault {
    enum class Kind {
        none,
        status_line,  // does not begin with "HTTP/1.0 200 OK"
        status,       // another one than was asked for
        line_end,     // a line of the head ends in \n alone
        head_end,     // no empty line
        header,       // a header line that is none
        no_length,    // no Content-Length
        bad_length,   // one that is no number, or two different ones
        short_body,   // less than Content-Length
        long_body,    // more
        chunk,        // one that is none
        no_body
    };
    Kind kind = Kind::none;
    std::string awaited;
    std::string got;
    std::string detail;
};

// What is asked of one.
struct HttpRules {
    std::size_t status = 0;    // 0: any from 200 to 299
    bool needs_length = true;  // else it may come in chunks, or end with the connection
    bool needs_body = true;    // an empty one is none
    bool is_bodiless = false;  // the answer to HEAD: whatever length it says
};

// The first that is wrong, in the order in which a client would find it.
HttpFault http_fault(std::string_view bytes, const HttpRules& rules = {});

// Of a response in which nothing is wrong.
struct HttpResponse {
    std::vector<std::pair<std::string, std::string>> headers;  // names in small letters
    std::string body;                                          // chunks joined
};
HttpResponse http_response(std::string_view bytes);

}  // namespace sockgrade
