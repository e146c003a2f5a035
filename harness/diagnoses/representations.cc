#include <fmt/format.h>
#include <array>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

using namespace fmt::literals;

// str(data) of Python bytes went over the network.
std::optional<model::Diagnosis> sends_printed_form_of_bytes(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = bare(text->got);
    const bool is_list = got.starts_with("['") && got.ends_with("']");
    if (is_list && contains(got, bare(text->wanted)))
        return say<words::sends_printed_form_of_a_list>(text->evidence, "got"_a = quote(got, 80));
    constexpr std::size_t kAround = 3;  // b, and a quote on either side
    if (got.size() <= kAround || (got[0] != 'b' && got[0] != 'B') || (got[1] != '\'' && got[1] != '"'))
        return std::nullopt;
    if (got.back() != got[1] || !to_lower(got.substr(2)).starts_with(to_lower(bare(text->wanted))))
        return std::nullopt;
    return say<words::sends_printed_form_of_bytes>(text->evidence, "got"_a = quote(got, 80));
}

// b'...' was printed, and the text cannot be found in it.
std::optional<model::Diagnosis> prints_bytes_literal(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (contains(text->got, wanted)) return std::nullopt;
    // Up to the first byte that Python would write otherwise.
    std::size_t plain = 0;
    while (plain < wanted.size() && wanted[plain] >= ' ' && wanted[plain] <= '~' && wanted[plain] != '\\' &&
           wanted[plain] != '\'')
        ++plain;
    constexpr std::size_t kTelling = 2;
    if (plain < kTelling || plain == wanted.size()) return std::nullopt;
    const std::string start(wanted.substr(0, plain));
    if (!contains(text->got, "b'" + start) && !contains(text->got, "b\"" + start)) return std::nullopt;
    return say<words::prints_bytes_literal>(text->evidence);
}

namespace {

struct Look {
    const char* sign;
    const char* what;
    const char* hint;
};
constexpr std::array kLooks = {
    Look{"<Buffer ", "a Buffer of Node", "toString() makes a text of a Buffer: console.log(data.toString())"},
    Look{"[B@", "a Java byte array", "A String is made from the bytes that came: new String(buffer, 0, n)"},
    Look{"[object Object]", "a JavaScript object", "Use the text in it, not the object itself."},
    Look{"java.net.DatagramPacket@", "a Java DatagramPacket",
         "The text is in it: new String(packet.getData(), 0, packet.getLength())"},
    Look{"<memory at 0x", "a Python memoryview", "bytes(view).decode() makes a text of it."},
};

// `104 101 108`, up to so many bytes.
std::string in_numbers(std::string_view text, const char* between) {
    constexpr std::size_t kTelling = 5;
    std::vector<unsigned> numbers;
    for (const char c : text.substr(0, kTelling)) numbers.push_back(static_cast<unsigned char>(c));
    return fmt::format("{}", fmt::join(numbers, between));
}

std::string in_hexadecimal(std::string_view text, const char* between) {
    constexpr std::size_t kTelling = 5;
    std::string digits;
    for (const char c : text.substr(0, kTelling))
        digits += fmt::format("{}{:02x}", digits.empty() ? "" : between, static_cast<unsigned char>(c));
    return digits;
}

const char* text_of_bytes(const model::Transcript& transcript) {
    switch (language(transcript)) {
        case Language::python:
            return words::text_of_bytes_in_python;
        case Language::java:
            return words::text_of_bytes_in_java;
        case Language::javascript:
            return "Make a text of the bytes: data.toString().";
        case Language::other:
            break;
    }
    return words::text_of_bytes_elsewhere;
}

// Each byte as a number, as Go prints a []byte, and Java and Python a list.
std::optional<model::Diagnosis> shows_numbers(const CaseView& view, const WrongText& text) {
    constexpr std::size_t kTelling = 3;
    for (const std::string* from : {&text.wanted, &text.original}) {
        const std::string_view bytes = bare(*from);
        if (bytes.size() < kTelling) continue;
        for (const char* between : {" ", ", ", ",", "\n", "\r\n", ""}) {
            const bool is_joined = *between == '\0';
            const std::string decimal = is_joined ? "" : in_numbers(bytes, between);
            const std::string hexadecimal = in_hexadecimal(bytes, between);
            const bool shows_decimal = !is_joined && contains(text.got, decimal);
            if (!shows_decimal && !contains(to_lower(text.got), hexadecimal)) continue;
            return say<words::shows_numbers>(
                text.evidence, Hint{text_of_bytes(view.transcript)},
                "did"_a = text.where == WrongText::Where::output ? "printed" : "sent",
                "shown"_a = quote(shows_decimal ? decimal : hexadecimal), "bytes"_a = quote(bytes, 40));
        }
    }
    return std::nullopt;
}

}  // namespace

// println() of an array, console.log() of a Buffer: the thing itself instead of the text in it.
std::optional<model::Diagnosis> shows_an_object(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value()) return std::nullopt;
    if (contains(text->got, bare(text->wanted))) return std::nullopt;
    for (const Look& look : kLooks) {
        if (!contains(text->got, look.sign) || contains(text->original, look.sign)) continue;
        return say<words::shows_an_object>(
            text->evidence, Hint{look.hint},
            "did"_a = text->where == WrongText::Where::output ? "printed" : "sent", "object"_a = look.what,
            "got"_a = quote(line_with(text->got, look.sign), 60));
    }
    return shows_numbers(view, *text);
}

// text.upper without (): the function itself becomes the text.
std::optional<model::Diagnosis> names_a_function_without_calling_it(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value()) return std::nullopt;
    static constexpr std::array kSigns = {"[native code]", "<built-in method ", "<bound method ",
                                          "<function "};
    for (const char* sign : kSigns) {
        if (!contains(to_lower(text->got), sign) || contains(to_lower(text->original), sign)) continue;
        return say<words::names_a_function_without_calling_it>(text->evidence,
                                                               "got"_a = quote(bare(text->got), 80));
    }
    return std::nullopt;
}

namespace {

std::size_t number_of(std::string_view bytes, bool big_endian) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char byte = bytes[big_endian ? i : bytes.size() - 1 - i];
        number = number * 256 + static_cast<unsigned char>(byte);
    }
    return number;
}

std::optional<model::Diagnosis> length_before(std::string_view wanted, std::string_view got,
                                              const std::vector<std::size_t>& evidence) {
    if (bare(wanted).empty()) return std::nullopt;
    static constexpr std::array<std::size_t, 4> kSizes = {1, 2, 4, 8};
    for (const std::size_t size : kSizes) {
        if (got.size() <= size || bare(got.substr(size)) != bare(wanted)) continue;
        const std::string_view prefix = got.substr(0, size);
        const std::size_t length = got.size() - size;
        if (number_of(prefix, true) != length && number_of(prefix, false) != length) continue;
        return say<words::sends_a_length_first>(
            evidence,
            "bytes_stand"_a = size == 1 ? "a byte stands"
                                        : fmt::format("{} bytes stand", size == 2   ? "two"
                                                                        : size == 4 ? "four"
                                                                                    : "eight"),
            "prefix"_a = quote(prefix), "they_are"_a = size == 1 ? "It is" : "They are", "length"_a = length);
    }
    return std::nullopt;
}

}  // namespace

// writeUTF(), struct.pack(): a number of bytes with the length before the text.
std::optional<model::Diagnosis> sends_a_length_first(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (expect != nullptr && model::awaits_typing(*expect)) {
        for (const model::Message& line : expect->messages)
            for (const model::Event& one : view.transcript.events)
                if (const auto* received = std::get_if<model::event::Received>(&one.what))
                    if (auto found = length_before(line.bytes, received->bytes, {one.number})) return found;
        return std::nullopt;
    }
    const auto& text = view.text;
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    return length_before(text->wanted, text->got, text->evidence);
}

// The first bytes of a text taken for its length: readUTF(), struct.unpack() of four bytes.
std::optional<model::Diagnosis> reads_a_length_first(const CaseView& view) {
    const auto& text = view.copied_text;
    if (!text.has_value() || text->where != WrongText::Where::reply || text->got.empty()) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::string_view original = bare(text->original);
    const std::string_view got = bare(text->got);
    static constexpr std::array<std::size_t, 3> kLengths = {2, 4, 8};
    for (const std::size_t length : kLengths) {
        if (wanted.size() <= 2 * length) continue;
        const std::string_view first = original.substr(0, length);
        // Without letters in them nobody can tell whether they were changed.
        if (first == wanted.substr(0, length)) continue;
        const std::string_view rest = wanted.substr(length);
        if (got != rest && !(got.starts_with(first) && got.substr(length) == rest)) continue;
        return say<words::reads_a_length_first>(text->evidence, "length"_a = length,
                                                "first"_a = quote(first));
    }
    return std::nullopt;
}

// The text packed by a library that writes whole objects.
std::optional<model::Diagnosis> sends_an_object(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = text->got;
    if (bare(text->wanted).empty() || !contains(got, bare(text->wanted))) return std::nullopt;
    // An ObjectOutputStream writes its mark at once, before it has anything to send.
    bool java = false;
    for (const auto* received : view.transcript.all<model::event::Received>())
        java = java || received->bytes.starts_with(std::string("\xac\xed\0\x05", 4));
    if (java) return say<words::sends_a_java_object>(text->evidence);
    // The protocols of today's Python: 3 is the oldest that knows bytes, 4 the usual one.
    const bool pickled =
        got.size() > 2 && got[0] == '\x80' && got[1] >= 3 && got[1] <= 5 && got.back() == '.';
    if (!pickled) return std::nullopt;
    return say<words::sends_a_pickled_object>(text->evidence);
}

}  // namespace sockgrade::diagnoses
