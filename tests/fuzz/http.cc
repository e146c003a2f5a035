// What a student's server sends to a browser.
#include "base/http_response.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

void look_at(std::string_view input) {
    using Kind = HttpFault::Kind;
    const HttpFault fault = http_fault(input);
    const bool is_whole = http_response_is_whole(input);
    require(fault.kind != Kind::none || is_whole, "what is right is whole", input);
    require(!is_whole || (fault.kind != Kind::head_end && fault.kind != Kind::short_body),
            "what is whole ends", input);
    for (const std::string& text : {fault.awaited, fault.got, fault.detail}) require_plain(text);
    // Any response, not only a page.
    const HttpRules any{.needs_length = false, .needs_body = false};
    const HttpFault other = http_fault(input, any);
    for (const std::string& text : {other.awaited, other.got, other.detail}) require_plain(text);
    require(http_response(input).body.size() <= input.size(), "nothing is made up", input);
    require(fault.kind != Kind::none || other.kind == Kind::none, "a page is a response", input);
    // Nobody who reads it in pieces takes it for whole, and then for less.
    for (std::size_t size = 0; !is_whole && size < input.size(); ++size)
        if (http_response_is_whole(input.substr(0, size))) require(false, "what is whole stays whole", input);
}

}  // namespace sockgrade::fuzz
