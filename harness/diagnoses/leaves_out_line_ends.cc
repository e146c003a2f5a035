#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// What was typed arrives, and nothing tells where one line ends and the next one begins.
std::optional<model::Diagnosis> leaves_out_line_ends(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    if (expect == nullptr || expect->what != model::Expect::What::typed_lines) return std::nullopt;
    std::string bytes;
    std::vector<std::size_t> evidence;
    for (const model::Event& one : failure.transcript.events) {
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        bytes += received->bytes;
        evidence.push_back(one.number);
    }
    if (bytes.find('\n') != std::string::npos) return std::nullopt;
    for (const model::Message& line : expect->messages)
        if (bytes.find(bare(line.bytes)) == std::string::npos) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program sends the lines without their line ends: {} came, one behind the other. Who reads "
            "line by line waits for a newline that never comes.",
            quote(bytes, 80)),
        "input(), readLine() and getline() take the newline away. Put it back: in Python sendall((line + "
        "\"\\n\").encode()), in Java println(line), in C send the text with its '\\n'.",
        evidence};
}

}  // namespace sockgrade::diagnoses
