// Files that were read, or sent, as if they were text.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

constexpr unsigned kAscii = 0x80;

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= kAscii; }

// Each byte taken for a letter of Latin-1, and written in UTF-8.
std::string latin1_as_utf8(std::string_view bytes) {
    constexpr unsigned kLowBits = 0x3f;
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < kAscii) {
            out += c;
        } else {
            out += static_cast<char>(0xc0U | (byte >> 6U));
            out += static_cast<char>(0x80U | (byte & kLowBits));
        }
    }
    return out;
}

std::string without_bytes_beyond_ascii(std::string_view bytes) {
    std::string out(bytes);
    std::erase_if(out, is_beyond_ascii);
    return out;
}

std::string without_returns(std::string_view bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (!bytes.substr(i).starts_with("\r\n")) out += bytes[i];
    return out;
}

// What became of the bytes. Null: something else.
const char* what_became(std::string_view wanted, std::string_view got) {
    constexpr std::string_view kReplaced = "\xef\xbf\xbd";
    if (got == wanted || got.empty()) return nullptr;
    if (contains(got, kReplaced) && !contains(wanted, kReplaced))
        return "Bytes that are no letters in UTF-8 were replaced, each by the bytes ef bf bd (the sign "
               "\xef\xbf\xbd).";
    const std::string doubled = latin1_as_utf8(wanted);
    if (got == doubled || (got.size() == wanted.size() && std::string_view(doubled).starts_with(got)))
        return "Each byte beyond 127 became two.";
    if (got == without_bytes_beyond_ascii(wanted)) return "Each byte beyond 127 was left out.";
    if (got == without_returns(wanted)) return "Each \\r\\n became \\n.";
    return nullptr;
}

}  // namespace

// The body is that of the file, but for what reading it as text makes of it.
std::optional<model::Diagnosis> sends_a_file_as_text(const CaseView& view) {
    constexpr std::string_view kHeadEnd = "\r\n\r\n";
    const model::Expect* const expect = view.expectation;
    if (expect == nullptr || !expect->response.has_value() || !expect->response->body.has_value() ||
        expect->response->body->is_pattern)
        return std::nullopt;
    std::string response;
    std::vector<std::size_t> numbers;
    const auto& evidence = view.unmet.evidence;
    for (const model::Event& one : view.transcript.events)
        if (const auto* received = std::get_if<event::Received>(&one.what))
            if (std::find(evidence.begin(), evidence.end(), one.number) != evidence.end()) {
                response += received->bytes;
                numbers.push_back(one.number);
            }
    const std::size_t head = response.find(kHeadEnd);
    if (head == std::string::npos) return std::nullopt;
    const char* const what = what_became(expect->response->body->message.bytes,
                                         std::string_view(response).substr(head + kHeadEnd.size()));
    if (what == nullptr) return std::nullopt;
    return say<words::sends_a_file_as_text>(numbers, "what"_a = what);
}

// What came back is all that was sent, but for its bytes beyond ASCII.
std::optional<model::Diagnosis> drops_bytes_beyond_127(const CaseView& view) {
    const auto& text = view.copied_text;
    if (!text.has_value() || text->where == WrongText::Where::output || view.cause == model::Cause::crashed)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::string kept = without_bytes_beyond_ascii(text->wanted);
    if (kept.size() == text->wanted.size() || bare(kept).empty() || bare(text->got) != bare(kept))
        return std::nullopt;
    const auto lost = static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), is_beyond_ascii));
    return say<words::drops_bytes_beyond_127>(text->evidence, "lost"_a = lost, "whole"_a = wanted.size());
}

}  // namespace sockgrade::diagnoses
