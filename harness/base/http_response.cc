#include "base/http_response.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/text.hh"

namespace sockgrade {

namespace {

using Kind = HttpFault::Kind;

constexpr std::string_view kEmptyLine = "\r\n\r\n";
constexpr std::size_t kMostShown = 60;

std::string_view without_spaces(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> lines_of_head(std::string_view head) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= head.size();) {
        const std::size_t end = std::min(head.find("\r\n", at), head.size());
        lines.push_back(head.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || rest != end || text.empty()) return std::nullopt;
    return number;
}

// The values of every Content-Length.
std::vector<std::string_view> lengths_in(std::string_view head) {
    std::vector<std::string_view> values;
    for (const std::string_view line : lines_of_head(head)) {
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && to_lower(line.substr(0, colon)) == "content-length")
            values.push_back(without_spaces(line.substr(colon + 1)));
    }
    return values;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// HTTP/1.0 200 OK, with any version 1.x and words.
bool is_good_status_line(std::string_view line) {
    return line.size() >= 12 && line.starts_with("HTTP/1.") && (line[7] == '0' || line[7] == '1') &&
           line[8] == ' ' && line[9] == '2' && is_digit(line[10]) && is_digit(line[11]) &&
           (line.size() == 12 || line[12] == ' ');
}

bool is_header(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

HttpFault fault_in_head(std::string_view bytes, std::size_t end) {
    const std::string_view first = bytes.substr(0, std::min(bytes.find_first_of("\r\n"), bytes.size()));
    if (!is_good_status_line(first))
        return {Kind::status_line, quote("HTTP/1.0 200 OK\r\n"), quote(first, kMostShown),
                "The first line of a response is its status line: the version, a number, and words."};
    const std::string_view head = bytes.substr(0, end);
    for (std::size_t at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
        const std::size_t start = at == 0 ? 0 : head.rfind('\n', at - 1) + 1;
        if (head[at - 1] == '\r') continue;
        // Behind a blank line stands the body: it was the end of the head that was not \r\n\r\n.
        const std::string_view line = head.substr(start, at - start);
        return {
            Kind::line_end, "\\r\\n at the end of each line of the head",
            quote(head.substr(start, at - start + 1), kMostShown),
            line.empty() ? "The empty line behind the head is \\r\\n, too." : "This line ends in \\n alone."};
    }
    if (end == bytes.size())
        return {Kind::head_end, "an empty line, \\r\\n, between the head and the body",
                quote(bytes.size() > kMostShown ? bytes.substr(bytes.size() - kMostShown) : bytes),
                "A client reads header lines until an empty one comes."};
    const std::vector<std::string_view> lines = lines_of_head(head);
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!is_header(lines[i]))
            return {Kind::header, "a header line such as \"Content-Type: text/plain\"",
                    quote(lines[i], kMostShown),
                    "Before the empty line stand only lines with a name, a colon and a value."};
    return {};
}

}  // namespace

bool http_response_is_whole(std::string_view bytes) {
    const std::size_t end = bytes.find(kEmptyLine);
    if (end == std::string_view::npos) return false;
    const auto lengths = lengths_in(bytes.substr(0, end));
    const auto length = lengths.empty() ? std::nullopt : number_in(lengths.front());
    return length.has_value() && bytes.size() - end - kEmptyLine.size() >= *length;
}

HttpFault http_fault(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find(kEmptyLine), bytes.size());
    if (HttpFault fault = fault_in_head(bytes, end); fault.kind != Kind::none) return fault;
    const std::string_view body = bytes.substr(end + kEmptyLine.size());
    const auto lengths = lengths_in(bytes.substr(0, end));
    if (lengths.empty())
        return {Kind::no_length, fmt::format("\"Content-Length: {}\"", body.size()), "no such header",
                "The head says how many bytes the body has."};
    const auto length = number_in(lengths.front());
    const bool differ = std::any_of(lengths.begin(), lengths.end(),
                                    [&](std::string_view one) { return one != lengths.front(); });
    if (!length || differ)
        return {Kind::bad_length, fmt::format("\"Content-Length: {}\"", body.size()),
                quote(lengths.back(), kMostShown), "The length is one decimal number of bytes."};
    const std::string announced = fmt::format("{}, as Content-Length says", count_of(*length, "byte"));
    if (body.size() < *length)
        return {Kind::short_body, "a body of " + announced,
                fmt::format("{}: {}", count_of(body.size(), "byte"), quote(body, kMostShown)),
                fmt::format("A client goes on waiting for the other {}.",
                            count_of(*length - body.size(), "byte"))};
    if (body.size() > *length)
        return {Kind::long_body, "a body of " + announced,
                fmt::format("{}: {}", count_of(body.size(), "byte"), quote(body, kMostShown)),
                fmt::format("A client leaves out the last {}.", count_of(body.size() - *length, "byte"))};
    if (body.empty())
        return {Kind::no_body, "a body", "none", "Behind the empty line stands the page itself."};
    return {};
}

}  // namespace sockgrade
