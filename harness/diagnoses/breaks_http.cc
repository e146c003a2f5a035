#include <algorithm>
#include <string>
#include <vector>

#include "base/http_response.hh"
#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using Kind = HttpFault::Kind;

namespace {

const char* http_message(Kind kind) {
    switch (kind) {
        case Kind::status_line:
            return "Your response does not begin with a status line that a browser understands.";
        case Kind::line_end:
            return "A line of your response's head does not end in \\r\\n.";
        case Kind::head_end:
            return "No empty line stands between the head of your response and its body: everything is taken "
                   "for the "
                   "head.";
        case Kind::header:
            return "A line of your response's head is no header.";
        case Kind::no_length:
        case Kind::bad_length:
            return "The head of your response does not say how long its body is.";
        case Kind::short_body:
            return "The body of your response is shorter than its Content-Length: a browser waits for the "
                   "rest.";
        case Kind::long_body:
            return "The body of your response is longer than its Content-Length: a browser leaves out the "
                   "end.";
        case Kind::no_body:
            return "Your response has no body: a browser shows an empty page.";
        case Kind::none:
            break;
    }
    return nullptr;
}

const char* http_hint(Kind kind) {
    switch (kind) {
        case Kind::status_line:
            return "Send it first, in one piece: \"HTTP/1.0 200 OK\\r\\n\"";
        case Kind::line_end:
            return "Write \\r\\n, not \\n, at the end of each line of the head, also of the empty one. "
                   "println() and "
                   "Python's triple quotes give \\n alone.";
        case Kind::head_end:
            return "Behind the last header line comes one more \"\\r\\n\": the head ends with \\r\\n\\r\\n.";
        case Kind::header:
            return "A header is a name without spaces, a colon, and a value: \"Content-Type: "
                   "text/html\\r\\n\"";
        case Kind::no_length:
        case Kind::bad_length:
            return "Count the bytes of the body, and say so: \"Content-Length: \" + str(len(body)) + "
                   "\"\\r\\n\"";
        case Kind::short_body:
        case Kind::long_body:
            return "Let the program count, and count bytes: of what encode() or getBytes() gave, not of the "
                   "letters; and "
                   "not of the head.";
        case Kind::no_body:
            return "Behind the empty line, send the page.";
        case Kind::none:
            break;
    }
    return "";
}

constexpr std::string_view kHeadEnd = "\r\n\r\n";

std::string_view body_of(std::string_view response) {
    const std::size_t head = response.find(kHeadEnd);
    return head == std::string_view::npos ? "" : response.substr(head + kHeadEnd.size());
}

bool says_length(const std::string& response, std::size_t length) {
    const std::size_t head = response.find(kHeadEnd);
    if (head == std::string::npos) return false;
    const std::string header = "content-length:";
    const std::string small = to_lower(std::string_view(response).substr(0, head + 2));
    const std::size_t at = small.find(header);
    if (at == std::string::npos) return false;
    const std::size_t from = small.find_first_not_of(' ', at + header.size());
    return from != std::string::npos && small.substr(from).starts_with(std::to_string(length) + "\r");
}

// The number is that of the letters, of which some are several bytes.
std::optional<model::Diagnosis> length_in_letters(const std::string& response,
                                                  const std::vector<std::size_t>& numbers) {
    const std::string_view body = body_of(response);
    const std::size_t letters = letters_in(body);
    if (letters == body.size() || !says_length(response, letters)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your Content-Length is {}, which is how many letters the body has. It has {} bytes: a letter "
            "beyond a to z is two or more.",
            letters, body.size()),
        "Make bytes of the body first, and take the length of those: body = page.encode() and len(body) in "
        "Python, "
        "page.getBytes(StandardCharsets.UTF_8).length in Java, Buffer.byteLength(page) in Node.",
        numbers};
}

// The body is as long as it says, but for line ends in front of it or behind.
std::optional<model::Diagnosis> line_ends_around_the_body(const std::string& response,
                                                          const std::vector<std::size_t>& numbers) {
    const std::string_view body = body_of(response);
    const auto with_length = [&](std::size_t length) { return says_length(response, length); };
    const std::size_t first = std::min(body.find_first_not_of("\r\n"), body.size());
    const std::size_t last = body.find_last_not_of("\r\n");
    if (last == std::string_view::npos) return std::nullopt;
    if (first > 0 && with_length(body.size() - first))
        return model::Diagnosis{
            "",
            "One line end too many stands between the head of your response and its body: it counts as a "
            "part "
            "of the "
            "body, which is then longer than its Content-Length.",
            "Behind the last header line comes one empty line, and then the body: the head ends with "
            "\\r\\n\\r\\n, no "
            "more.",
            numbers};
    if (last + 1 < body.size() && with_length(last + 1))
        return model::Diagnosis{
            "",
            "A line end stands behind the body of your response, which is then longer than its "
            "Content-Length.",
            "Leave it out, or count it in: each \\r\\n is two bytes, and println() adds one of its own.",
            numbers};
    return std::nullopt;
}

// The empty line is there, but for spaces.
bool is_indented(const std::string& response) {
    for (std::size_t at = response.find("\r\n "); at != std::string::npos;
         at = response.find("\r\n ", at + 1)) {
        const std::size_t end = response.find_first_not_of(' ', at + 2);
        if (end != std::string::npos && response.compare(end, 2, "\r\n") == 0) return true;
    }
    return false;
}

}  // namespace

// What a browser would stumble over.
std::optional<model::Diagnosis> breaks_http(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    if (expect == nullptr || expect->what != model::Expect::What::http) return std::nullopt;
    std::string response;
    std::vector<std::size_t> numbers;
    const auto& evidence = unmet(failure).evidence;
    for (const model::Event& one : failure.transcript.events)
        if (const auto* received = std::get_if<event::Received>(&one.what))
            if (std::find(evidence.begin(), evidence.end(), one.number) != evidence.end()) {
                response += received->bytes;
                numbers.push_back(one.number);
            }
    if (numbers.empty()) return std::nullopt;
    const HttpFault fault = http_fault(response);
    if (fault.kind == Kind::none) return std::nullopt;
    // A head alone: it is not the count that is wrong.
    if (fault.kind == Kind::short_body && response.ends_with("\r\n\r\n"))
        return model::Diagnosis{
            "", "Your response has no body, though its Content-Length promises one: a browser waits for it.",
            http_hint(Kind::no_body), numbers};
    if (fault.kind == Kind::long_body || fault.kind == Kind::bad_length)
        if (auto letters = length_in_letters(response, numbers)) return letters;
    if (fault.kind == Kind::long_body)
        if (auto around = line_ends_around_the_body(response, numbers)) return around;
    if (fault.kind == Kind::head_end && is_indented(response))
        return model::Diagnosis{"",
                                "The line behind the head of your response is not empty: spaces stand in it. "
                                "Other lines of the head "
                                "begin "
                                "with spaces, too.",
                                "Triple quotes keep the spaces at the beginning of each line. Write the "
                                "lines one by one, with no "
                                "spaces: "
                                "\"HTTP/1.0 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\n\"",
                                numbers};
    std::string message = http_message(fault.kind);
    if (fault.kind == Kind::status_line) {
        message.pop_back();
        message +=
            ": " + quote(std::string_view(response).substr(0, response.find_first_of("\r\n")), 60) + ".";
    }
    return model::Diagnosis{"", message, http_hint(fault.kind), numbers};
}

}  // namespace sockgrade::diagnoses
