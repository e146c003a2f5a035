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
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
