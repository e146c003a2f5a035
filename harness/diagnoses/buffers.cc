#include <fmt/format.h>
#include <algorithm>
#include <bit>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using Where = WrongText::Where;
using model::Cause;
using namespace fmt::literals;

namespace {

constexpr std::size_t kTelling = 3;

// The end of an earlier text from about where the new one ends.
bool is_rest_of(std::string_view rest, std::string_view earlier, std::size_t length) {
    earlier = bare(earlier);
    return rest.size() >= kTelling && earlier.size() > length && earlier.ends_with(rest);
}

model::Diagnosis stale(std::string_view text, std::string_view rest, const char* did,
                       std::vector<std::size_t> evidence) {
    return {"",
            fmt::format(
                "After {} your program {} {}: the rest of something longer that was in the buffer before.",
                quote(text, 40), did, quote(rest, 60)),
            words::use_what_recv_returned, std::move(evidence)};
}

// The buffer may have held a message, or a line that the program printed from it.
std::optional<model::Diagnosis> stale_reply(const CaseView& view, const WrongText& text) {
    const std::string_view got = bare(text.got);
    const std::string_view wanted = bare(text.wanted);
    if (!got.starts_with(wanted) || got.size() == wanted.size() || wanted.empty()) return std::nullopt;
    const std::string rest(bare(got.substr(wanted.size())));
    for (const model::Event& event : view.events) {
        std::string earlier;
        // What it printed may be read after what came later.
        const bool is_before = event.number < text.evidence.front();
        if (const auto* sent = std::get_if<event::Sent>(&event.what); sent != nullptr && is_before)
            earlier = sent->bytes;
        if (const auto* print = std::get_if<event::Printed>(&event.what)) earlier = print->bytes;
        if (!is_rest_of(rest, ascii_capitals(earlier), wanted.size()) &&
            !is_rest_of(rest, earlier, wanted.size()))
            continue;
        std::vector<std::size_t> evidence = text.evidence;
        evidence.insert(evidence.begin(), event.number);
        return stale(wanted, rest, "also sent", evidence);
    }
    return std::nullopt;
}

struct Arrival {
    std::string_view text;
    std::size_t number = 0;
    std::size_t position = 0;
};

std::optional<model::Diagnosis> stale_output(const CaseView& view) {
    const auto& events = view.transcript.events;
    std::vector<Arrival> arrived;
    for (std::size_t i = 0, stop = view.failed_at; i < stop; ++i)
        if (const auto* sent = std::get_if<event::Sent>(&events[i].what))
            arrived.push_back({bare(sent->bytes), events[i].number, i});
    for (std::size_t later = 1; later < arrived.size(); ++later) {
        const std::string_view text = arrived[later].text;
        const std::size_t end = later + 1 < arrived.size() ? arrived[later + 1].position : view.failed_at;
        const std::string output = printed(view.transcript, arrived[later].position, end);
        const std::size_t at = output.find(text);
        if (text.empty() || at == std::string::npos) continue;
        for (std::size_t before = 0; before < later; ++before) {
            const std::string_view longer = arrived[before].text;
            // A byte or two are lost to the newline and NUL that the new text wrote.
            for (std::size_t skipped = 0; skipped <= 2; ++skipped) {
                if (longer.size() < text.size() + skipped + kTelling) break;
                const std::string_view rest = longer.substr(text.size() + skipped);
                if (contains(text, rest) || output.find(rest, at + text.size()) == std::string::npos)
                    continue;
                // The whole earlier message again would be something else.
                if (contains(output, longer)) break;
                return stale(text, rest, "also printed", {arrived[before].number, arrived[later].number});
            }
        }
    }
    return std::nullopt;
}

}  // namespace

// The end of something longer that the buffer held before.
std::optional<model::Diagnosis> stale_buffer(const CaseView& view) {
    if (view.cause != Cause::extra && view.cause != Cause::wrong_content) return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value()) return std::nullopt;
    if (text->where == Where::output) return stale_output(view);
    if (text->where == Where::reply) return stale_reply(view, *text);
    return std::nullopt;
}

// Behind the text comes what happened to be in memory.
std::optional<model::Diagnosis> sends_memory_it_never_filled(const CaseView& view) {
    if (view.cause != Cause::extra && view.cause != Cause::wrong_content) return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    if (view.language != Language::other) return std::nullopt;
    const std::string_view got = text->got;
    const std::string_view wanted = bare(text->wanted);
    if (wanted.empty() || !got.starts_with(wanted)) return std::nullopt;
    const std::string_view rest = bare(got.substr(wanted.size()));
    const bool text_follows = std::all_of(
        rest.begin(), rest.end(), [](char c) { return (c >= ' ' && c <= '~') || (c >= '\t' && c <= '\r'); });
    if (rest.empty() || text_follows) return std::nullopt;
    const char* hint = words::recv_puts_no_nul;
    if (text->where == WrongText::Where::message) hint = words::send_as_many_bytes_as_the_text_has;
    return say<words::sends_memory_it_never_filled>(
        text->evidence, Hint{hint}, "bytes"_a = count_of(wanted.size(), "byte"),
        "more"_a = got.size() - wanted.size(), "rest"_a = quote(rest, 40));
}

namespace {

constexpr std::size_t kPointer = 8;

// The longest beginning of the text that stands in the output, with nothing more of it behind.
std::size_t shown_length(std::string_view output, std::string_view wanted) {
    std::size_t length = wanted.size();
    while (length > 0 && output.find(wanted.substr(0, length)) == std::string_view::npos) --length;
    return length;
}

constexpr std::string_view kQuotes = "'\"`";

// How much of the text's beginning stands at `at`, with the end of a line behind it, or in quotes.
std::size_t length_framed_at(std::string_view line, std::size_t at, std::string_view wanted) {
    const std::string_view rest = line.substr(at);
    if (wanted.starts_with(rest)) return rest.size();
    if (at == 0 || kQuotes.find(line[at - 1]) == std::string_view::npos) return 0;
    const std::string_view quoted = rest.substr(0, std::min(rest.find(line[at - 1]), rest.size()));
    return quoted.size() < rest.size() && wanted.starts_with(quoted) ? quoted.size() : 0;
}

// The same with a line, or a quotation, that ends there: then a few letters are enough.
std::size_t length_at_line_end(std::string_view output, std::string_view wanted) {
    constexpr std::string_view kBefore = " :'\"`[(>=\t";
    for (std::size_t start = 0; start < output.size();) {
        const std::size_t end = std::min(output.find_first_of("\r\n", start), output.size());
        const std::string_view line = output.substr(start, end - start);
        start = end + 1;
        for (std::size_t at = 0; at < line.size(); ++at) {
            if (at > 0 && kBefore.find(line[at - 1]) == std::string_view::npos) continue;
            const std::size_t length = length_framed_at(line, at, wanted);
            if (length > 0 && length < wanted.size() && !without_blanks(line.substr(at, length)).empty())
                return length;
        }
    }
    return 0;
}

// What programs are written with: 10, 100, 1024.
bool is_round(std::size_t number) {
    constexpr std::size_t kSmall = 50;
    return std::has_single_bit(number) || number % 100 == 0 || (number <= kSmall && number % 10 == 0);
}

// `1024`, or `1024 with the NUL of C`: the size that a length of text speaks for.
std::string buffer_of(std::size_t length) {
    if (is_round(length)) return count_of(length, "byte");
    if (is_round(length + 1)) return fmt::format("{} bytes (one of them for the NUL of C)", length + 1);
    return fmt::format("{} bytes ({} with the NUL of C)", length, length + 1);
}

// `length`, or less where a letter of several bytes would be cut there.
std::size_t whole_letters(std::string_view text, std::size_t length) {
    constexpr unsigned kContinued = 0x80;
    constexpr unsigned kTwoBits = 0xc0;
    while (length > 0 && length < text.size() &&
           (static_cast<unsigned char>(text[length]) & kTwoBits) == kContinued)
        --length;
    return length;
}

// As many bytes came as the text has letters, which are fewer.
bool counts_letters(const WrongText& text, std::size_t length) {
    const std::string_view wanted = bare(text.wanted);
    const std::size_t letters = letters_in(wanted);
    return letters < wanted.size() && whole_letters(wanted, length) == whole_letters(wanted, letters);
}

// 3072 is three times 1024.
std::string several_buffers(std::size_t length) {
    constexpr std::size_t kMostTimes = 20;
    for (const std::size_t size : {4096U, 2048U, 1024U, 1000U, 512U, 500U, 256U, 100U})
        if (length % size == 0 && length / size > 1 && length / size <= kMostTimes &&
            !std::has_single_bit(length))
            return fmt::format("{} bytes are {} times {}: does a loop end too early? ", length, length / size,
                               size);
    return "";
}

// `in_front`: how many bytes of the datagram stand before the text.
std::string hint_for(std::size_t length, std::size_t in_front, const WrongText& text,
                     model::Transport transport, bool in_c) {
    if (counts_letters(text, length))
        return fmt::format(
            "The text has {} letters, which are {} bytes: a letter beyond a to z is two or more. Count "
            "bytes, "
            "not "
            "letters: make bytes of the text first, with encode() or getBytes(StandardCharsets.UTF_8), and "
            "take the "
            "length of those; strlen() counts bytes.",
            letters_in(bare(text.wanted)), bare(text.wanted).size());
    if (length == kPointer && text.where != WrongText::Where::output && in_c) return words::size_of_a_pointer;
    if (text.where == WrongText::Where::message)
        return fmt::format(
            "Look for a length or a buffer of {}. To send a text whole, send strlen(text) bytes, from a "
            "buffer "
            "that has room for all of it.{}",
            buffer_of(length),
            bare(text.wanted).find(' ') == length
                ? " It is the first word, too: sscanf(\"%s\") and >> end there."
                : "");
    if (transport == model::Transport::udp)
        return fmt::format(
            "A buffer of {} loses the rest of a longer datagram. Give recvfrom() room enough: "
            "recvfrom(65535)",
            buffer_of(length + in_front));
    const std::string several = several_buffers(length);
    return (several.empty() ? fmt::format("Look for a buffer of {}. ", buffer_of(length)) : several) +
           words::recv_in_a_loop;
}

// What was found is the beginning of another text that came, too, and was printed.
bool belongs_to_another(const CaseView& view, std::string_view output, std::string_view wanted,
                        std::size_t length) {
    std::vector<std::string> others;
    for (const auto* sent : view.transcript.all<event::Sent>()) {
        others.push_back(text_in(view.plan, sent->bytes));
        if (bare(others.back()) == wanted) others.pop_back();
    }
    const std::string_view beginning = wanted.substr(0, length);
    for (std::size_t at = output.find(beginning); at != std::string_view::npos;
         at = output.find(beginning, at + 1)) {
        const std::string_view with_next = output.substr(at, length + 1);
        const bool is_others = std::any_of(others.begin(), others.end(), [&](const std::string& other) {
            return with_next.size() > length && contains(other, with_next);
        });
        if (!is_others) return false;
    }
    return true;
}

std::size_t bytes_in_front(const model::Plan& plan, const WrongText& text) {
    for (const model::Step& step : plan.steps)
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const model::Message& message : send->messages)
                if (!message.as.empty() && message.content == text.original) {
                    const std::size_t at = message.bytes.find(message.content);
                    return at == std::string::npos ? 0 : at;
                }
    return 0;
}

}  // namespace

// Only the first n bytes: a buffer, or a length, that is too small.
std::optional<model::Diagnosis> cuts_text_at(const CaseView& view) {
    const auto& text = view.copied_text;
    if (!text.has_value() || view.cause == model::Cause::crashed || view.cause == model::Cause::wrong_case)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    std::size_t length = bare(text->got).size();
    constexpr std::size_t kTelling = 8;
    if (text->where == WrongText::Where::output) {
        length = shown_length(text->got, wanted);
        if (length < kTelling) length = length_at_line_end(text->got, wanted);
        if (length > 0 && belongs_to_another(view, text->got, wanted, length)) return std::nullopt;
    } else if (!wanted.starts_with(bare(text->got))) {
        return std::nullopt;
    }
    if (length == 0 || length >= wanted.size()) return std::nullopt;
    const bool reset = view.transcript.first<event::ResetSeen>() != nullptr &&
                       view.plan.transport == model::Transport::tcp &&
                       text->where != WrongText::Where::message &&
                       view.transcript.first<event::Closed>() == nullptr;
    return say<words::cuts_text_at>(text->evidence,
                                    Hint{hint_for(length, bytes_in_front(view.plan, *text), *text,
                                                  view.plan.transport, view.language == Language::other)},
                                    "bytes"_a = length == 1 ? "byte" : count_of(length, "byte"),
                                    "whole"_a = wanted.size(),
                                    "beginning"_a = quote(wanted.substr(0, length), 60),
                                    "reset"_a = reset ? words::closed_with_the_rest_unread : "");
}

}  // namespace sockgrade::diagnoses
