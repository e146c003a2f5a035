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

// The number in HTTP/1.0 200 OK, with any version 1.x and words; 0 where it is no such line.
std::size_t status_in(std::string_view line) {
    const bool is_one = line.size() >= 12 && line.starts_with("HTTP/1.") &&
                        (line[7] == '0' || line[7] == '1') && line[8] == ' ' && line[9] >= '1' &&
                        line[9] <= '5' && is_digit(line[10]) && is_digit(line[11]) &&
                        (line.size() == 12 || line[12] == ' ');
    return is_one ? number_in(line.substr(9, 3)).value_or(0) : 0;
}

bool is_awaited(std::size_t status, const HttpRules& rules) {
    return rules.status == 0 ? status >= 200 && status <= 299 : status == rules.status;
}

// --- Chunks: "5\r\nhello\r\n0\r\n\r\n".

struct Chunks {
    std::string body{};
    std::size_t size = 0;  // of all of them, with what is between
    bool is_whole = false;
    bool is_broken = false;
};

std::optional<std::size_t> chunk_size_in(std::string_view line) {
    line = without_spaces(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [rest, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc{} || rest != line.data() + line.size() || line.empty()) return std::nullopt;
    return size;
}

Chunks chunks_in(std::string_view bytes) {
    Chunks chunks;
    for (;;) {
        const std::size_t end = bytes.find("\r\n", chunks.size);
        if (end == std::string_view::npos) return chunks;
        const auto size = chunk_size_in(bytes.substr(chunks.size, end - chunks.size));
        chunks.is_broken = !size.has_value();
        if (!size) return chunks;
        const std::size_t data = end + 2;
        if (*size == 0) {
            // Header lines may follow, and an empty line.
            const std::size_t last =
                bytes.substr(data).starts_with("\r\n") ? data : bytes.find(kEmptyLine, data);
            if (last == std::string_view::npos) return chunks;
            chunks.size = last + (last == data ? 2 : kEmptyLine.size());
            chunks.is_whole = true;
            return chunks;
        }
        if (bytes.size() - data < 2 || bytes.size() - data - 2 < *size) return chunks;
        chunks.is_broken = bytes.substr(data + *size, 2) != "\r\n";
        if (chunks.is_broken) return chunks;
        chunks.body += bytes.substr(data, *size);
        chunks.size = data + *size + 2;
    }
}

bool is_chunked(std::string_view head) {
    for (const std::string_view line : lines_of_head(head)) {
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && to_lower(line.substr(0, colon)) == "transfer-encoding" &&
            to_lower(without_spaces(line.substr(colon + 1))) == "chunked")
            return true;
    }
    return false;
}

bool has_no_body_by_its_status(std::size_t status) { return status < 200 || status == 204 || status == 304; }

bool is_header(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

std::string_view first_line(std::string_view bytes) {
    return bytes.substr(0, std::min(bytes.find_first_of("\r\n"), bytes.size()));
}

HttpFault fault_in_status(std::string_view first, const HttpRules& rules) {
    const std::string awaited = rules.status == 0 ? quote("HTTP/1.0 200 OK\r\n")
                                                  : fmt::format("\"HTTP/1.0 {} ...\\r\\n\"", rules.status);
    const std::size_t status = status_in(first);
    if (status == 0)
        return {Kind::status_line, awaited, quote(first, kMostShown),
                "The first line of a response is its status line: the version, a number, and words."};
    if (is_awaited(status, rules)) return {};
    return {Kind::status, awaited, quote(first, kMostShown),
            rules.status == 0
                ? fmt::format("The status {} says that it did not work.", status)
                : fmt::format("The status should be {} here, and it is {}.", rules.status, status)};
}

HttpFault fault_in_head(std::string_view bytes, std::size_t end, const HttpRules& rules) {
    if (HttpFault fault = fault_in_status(first_line(bytes), rules); fault.kind != Kind::none) return fault;
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
    const std::string_view head = bytes.substr(0, end);
    const std::string_view body = bytes.substr(end + kEmptyLine.size());
    if (is_chunked(head)) return chunks_in(body).is_whole;
    const auto lengths = lengths_in(head);
    const std::size_t status = status_in(first_line(bytes));
    if (lengths.empty()) return status != 0 && has_no_body_by_its_status(status);
    const auto length = number_in(lengths.front());
    return length.has_value() && body.size() >= *length;
}

namespace {

HttpFault fault_in_chunks(std::string_view body) {
    const Chunks chunks = chunks_in(body);
    const std::string_view rest = body.substr(chunks.size);
    if (chunks.is_broken)
        return {Kind::chunk, "a chunk: its size in hexadecimal, \\r\\n, so many bytes, \\r\\n",
                quote(rest, kMostShown), "With \"Transfer-Encoding: chunked\" the body is made of chunks."};
    if (!chunks.is_whole)
        return {Kind::short_body, "a last chunk, of the size 0", quote(rest, kMostShown),
                "A client goes on waiting for it."};
    if (!rest.empty())
        return {Kind::long_body, "nothing behind the last chunk", quote(rest, kMostShown),
                "A client takes it for something else."};
    return {};
}

HttpFault fault_in_body(std::string_view head, std::string_view body, const HttpRules& rules) {
    const auto lengths = lengths_in(head);
    if (lengths.empty() && !rules.needs_length) return {};
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
    return {};
}

}  // namespace

HttpFault http_fault(std::string_view bytes, const HttpRules& rules) {
    const std::size_t end = std::min(bytes.find(kEmptyLine), bytes.size());
    if (HttpFault fault = fault_in_head(bytes, end, rules); fault.kind != Kind::none) return fault;
    const std::string_view head = bytes.substr(0, end);
    const std::string_view body = bytes.substr(end + kEmptyLine.size());
    const std::size_t status = status_in(first_line(bytes));
    if (rules.is_bodiless || (!rules.needs_body && has_no_body_by_its_status(status))) {
        if (body.empty()) return {};
        return {Kind::long_body, "no body", quote(body, kMostShown), "This response ends with its head."};
    }
    const HttpFault fault = is_chunked(head) && (!rules.needs_length || !lengths_in(head).empty())
                                ? fault_in_chunks(body)
                                : fault_in_body(head, body, rules);
    if (fault.kind != Kind::none) return fault;
    if (rules.needs_body && http_response(bytes).body.empty())
        return {Kind::no_body, "a body", "none", "Behind the empty line stands the page itself."};
    return {};
}

HttpResponse http_response(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find(kEmptyLine), bytes.size());
    const std::string_view head = bytes.substr(0, end);
    const std::string_view body = bytes.substr(std::min(end + kEmptyLine.size(), bytes.size()));
    HttpResponse response;
    const std::vector<std::string_view> lines = lines_of_head(head);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t colon = lines[i].find(':');
        if (colon != std::string_view::npos)
            response.headers.emplace_back(to_lower(lines[i].substr(0, colon)),
                                          without_spaces(lines[i].substr(colon + 1)));
    }
    response.body = is_chunked(head) ? chunks_in(body).body : std::string(body);
    return response;
}

}  // namespace sockgrade
