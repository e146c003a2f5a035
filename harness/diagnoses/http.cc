#include <fmt/format.h>
#include <algorithm>
#include <string>
#include <vector>

#include "base/http_response.hh"
#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "model/expected.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using Kind = HttpFault::Kind;
using namespace fmt::literals;

namespace {

const char* http_message(Kind kind) {
    switch (kind) {
        case Kind::status_line:
            return "Your response does not begin with a status line that a browser understands.";
        case Kind::status:
            return "Your response has another status than the one that fits this request.";
        case Kind::chunk:
            return "The body of your response says that it is made of chunks, and is not.";
        case Kind::line_end:
            return "A line of your response's head does not end in \\r\\n.";
        case Kind::head_end:
            return words::no_empty_line;
        case Kind::header:
            return "A line of your response's head is no header.";
        case Kind::no_length:
        case Kind::bad_length:
            return "The head of your response does not say how long its body is.";
        case Kind::short_body:
            return words::body_too_short;
        case Kind::long_body:
            return words::body_too_long;
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
        case Kind::status:
            return "Look up what each number says: 200 that here it is, 404 that there is nothing of that "
                   "name, 400 that the "
                   "request was none.";
        case Kind::chunk:
            return "Leave out \"Transfer-Encoding: chunked\", and say the length in Content-Length.";
        case Kind::line_end:
            return words::write_both_line_ends;
        case Kind::head_end:
            return words::write_the_empty_line;
        case Kind::header:
            return words::form_of_a_header;
        case Kind::no_length:
        case Kind::bad_length:
            return words::count_the_bytes;
        case Kind::short_body:
        case Kind::long_body:
            return words::let_the_program_count;
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
    return say<words::content_length_in_letters>(numbers, "letters"_a = letters, "size"_a = body.size());
}

// The body is as long as it says, but for line ends in front of it or behind.
std::optional<model::Diagnosis> line_ends_around_the_body(const std::string& response,
                                                          const std::vector<std::size_t>& numbers) {
    const std::string_view body = body_of(response);
    const auto with_length = [&](std::size_t length) { return says_length(response, length); };
    const std::size_t first = std::min(body.find_first_not_of("\r\n"), body.size());
    const std::size_t last = body.find_last_not_of("\r\n");
    if (last == std::string_view::npos) return std::nullopt;
    if (first > 0 && with_length(body.size() - first)) return say<words::line_end_before_the_body>(numbers);
    if (last + 1 < body.size() && with_length(last + 1)) return say<words::line_end_behind_the_body>(numbers);
    return std::nullopt;
}

// The length is that of the page, and what came is the beginning of it: nothing is wrong with the count.
std::optional<model::Diagnosis> part_of_the_body(const model::Expect& expect, const std::string& response,
                                                 const std::vector<std::size_t>& numbers) {
    if (!expect.response || !expect.response->body || expect.response->body->is_pattern) return std::nullopt;
    const std::string& wanted = expect.response->body->message.bytes;
    const std::string_view body = body_of(response);
    if (!says_length(response, wanted.size()) || !wanted.starts_with(body)) return std::nullopt;
    return say<words::sends_a_part_of_the_body>(numbers, "size"_a = count_of(wanted.size(), "byte"),
                                                "came"_a = body.size());
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
std::optional<model::Diagnosis> breaks_http(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (expect == nullptr || expect->what != model::Expect::What::http) return std::nullopt;
    std::string response;
    std::vector<std::size_t> numbers;
    const auto& evidence = view.unmet.evidence;
    for (const model::Event& one : view.transcript.events)
        if (const auto* received = std::get_if<event::Received>(&one.what))
            if (std::find(evidence.begin(), evidence.end(), one.number) != evidence.end()) {
                response += received->bytes;
                numbers.push_back(one.number);
            }
    if (numbers.empty()) return std::nullopt;
    const HttpFault fault = http_fault(response, model::rules_of(*expect));
    if (fault.kind == Kind::none) return std::nullopt;
    if (fault.kind == Kind::long_body && model::rules_of(*expect).is_bodiless)
        return say<words::body_behind_a_head>(numbers);
    // A head alone: it is not the count that is wrong.
    if (fault.kind == Kind::short_body && response.ends_with("\r\n\r\n"))
        return say<words::no_body>(numbers, Hint{http_hint(Kind::no_body)});
    if (fault.kind == Kind::short_body)
        if (auto part = part_of_the_body(*expect, response, numbers)) return part;
    if (fault.kind == Kind::long_body || fault.kind == Kind::bad_length)
        if (auto letters = length_in_letters(response, numbers)) return letters;
    if (fault.kind == Kind::long_body)
        if (auto around = line_ends_around_the_body(response, numbers)) return around;
    if (fault.kind == Kind::head_end && is_indented(response))
        return say<words::spaces_in_the_empty_line>(numbers);
    std::string message = http_message(fault.kind);
    if (fault.kind == Kind::status_line || fault.kind == Kind::status) {
        message.pop_back();
        message +=
            ": " + quote(std::string_view(response).substr(0, response.find_first_of("\r\n")), 60) + ".";
    }
    return model::Diagnosis{"", message, http_hint(fault.kind), numbers};
}

// A request came, and what it got is the end of the connection.
std::optional<model::Diagnosis> closes_without_a_response(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    const auto& text = view.unanswered;
    if (expect == nullptr || expect->what != model::Expect::What::http || !text.has_value() ||
        view.end.has_value() || !view.errors.empty())
        return std::nullopt;
    const std::string_view line = std::string_view(text->original).substr(0, text->original.find('\r'));
    std::string connection;
    std::string arrived;
    for (const model::Event& event : view.events) {
        if (const auto* sent = std::get_if<event::Sent>(&event.what);
            sent != nullptr && event.number >= text->evidence.front()) {
            connection = sent->connection;
            arrived += sent->bytes;
        }
        const auto* finished = std::get_if<event::Finished>(&event.what);
        const auto* reset = std::get_if<event::ResetSeen>(&event.what);
        const bool closes =
            (finished != nullptr && finished->by_program && finished->connection == connection) ||
            (reset != nullptr && reset->connection == connection);
        if (connection.empty() || !closes) continue;
        const bool whole = arrived.ends_with("\r\n\r\n");
        return model::Diagnosis{
            "",
            whole ? fmt::format("{} came, and your program closed the connection without a response.",
                                quote(line, 60))
                  : fmt::format("{} had come, which is not the whole request, and your program closed the "
                                "connection without a response.",
                                quote(arrived, 60)),
            whole ? words::answer_every_path : words::read_the_whole_request,
            {text->evidence.front(), event.number}};
    }
    return std::nullopt;
}

// The response is right, and came before the request had ended.
std::optional<model::Diagnosis> answers_half_a_request(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (expect == nullptr || expect->what != model::Expect::What::http ||
        view.cause != model::Cause::wrong_order)
        return std::nullopt;
    std::string arrived;
    for (const model::Event& one : view.transcript.events) {
        if (const auto* sent = std::get_if<event::Sent>(&one.what)) arrived += sent->bytes;
        if (!std::holds_alternative<event::Received>(one.what)) continue;
        if (arrived.empty() || arrived.ends_with("\r\n\r\n")) return std::nullopt;
        return say<words::answers_half_a_request>({one.number}, "request"_a = quote(arrived, 60));
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
