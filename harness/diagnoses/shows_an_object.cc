#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

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
            return "Make a text of the bytes: data.decode(). list(data), data.hex() and a loop over bytes "
                   "give "
                   "numbers.";
        case Language::java:
            return "Make a text of the bytes: new String(buffer, 0, n). Arrays.toString() shows them as "
                   "numbers.";
        case Language::javascript:
            return "Make a text of the bytes: data.toString().";
        case Language::other:
            break;
    }
    return "Make a text of the bytes: string(buffer[:n]) in Go; in C print with %s or fwrite(), not each "
           "byte "
           "with %d or %x; in C++ a char, not an int.";
}

// Each byte as a number, as Go prints a []byte, and Java and Python a list.
std::optional<model::Diagnosis> shows_numbers(const Failure& failure, const WrongText& text) {
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
            return model::Diagnosis{
                "",
                fmt::format("Your program {} each byte as a number, {}, in place of the text {}.",
                            text.where == WrongText::Where::output ? "printed" : "sent",
                            quote(shows_decimal ? decimal : hexadecimal), quote(bytes, 40)),
                text_of_bytes(failure.transcript), text.evidence};
        }
    }
    return std::nullopt;
}

}  // namespace

// println() of an array, console.log() of a Buffer: the thing itself instead of the text in it.
std::optional<model::Diagnosis> shows_an_object(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value()) return std::nullopt;
    if (contains(text->got, bare(text->wanted))) return std::nullopt;
    for (const Look& look : kLooks) {
        if (!contains(text->got, look.sign) || contains(text->original, look.sign)) continue;
        return model::Diagnosis{"",
                                fmt::format("Your program {} {} itself, not the text in it: {}",
                                            text->where == WrongText::Where::output ? "printed" : "sent",
                                            look.what, quote(line_with(text->got, look.sign), 60)),
                                look.hint, text->evidence};
    }
    return shows_numbers(failure, *text);
}

}  // namespace sockgrade::diagnoses
