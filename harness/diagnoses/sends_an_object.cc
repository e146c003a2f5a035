#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// The text packed by a library that writes whole objects.
std::optional<model::Diagnosis> sends_an_object(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = text->got;
    if (bare(text->wanted).empty() || !contains(got, bare(text->wanted))) return std::nullopt;
    // An ObjectOutputStream writes its mark at once, before it has anything to send.
    bool java = false;
    for (const auto* received : failure.transcript.all<model::event::Received>())
        java = java || received->bytes.starts_with(std::string("\xac\xed\0\x05", 4));
    if (java)
        return model::Diagnosis{
            "",
            "Your program sent a Java object: the text is in it, with bytes around it that only an "
            "ObjectInputStream understands.",
            "Send the bytes of the text alone: out.write(text.getBytes()), or println() of a PrintWriter.",
            text->evidence};
    // The protocols of today's Python: 3 is the oldest that knows bytes, 4 the usual one.
    const bool pickled =
        got.size() > 2 && got[0] == '\x80' && got[1] >= 3 && got[1] <= 5 && got.back() == '.';
    if (!pickled) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program sent a pickled Python object: the text is in it, with bytes around it that only "
        "pickle.loads() understands.",
        "Send the bytes of the text alone: sock.sendall(text.encode())", text->evidence};
}

}  // namespace sockgrade::diagnoses
