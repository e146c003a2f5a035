#include "spec/read_program.hh"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/placeholder.hh"
#include "spec/read_message.hh"
#include "spec/read_peers.hh"
#include "spec/read_values.hh"

namespace sockgrade::spec {

namespace {

// Linux takes 128 KiB in one argument.
constexpr std::size_t kMostGiven = 100'000;

std::vector<std::string> read_arguments(const Section& section, const std::vector<model::ValueRule>& values,
                                        const std::vector<std::string>& peers) {
    std::vector<std::string> known{"host", "port", "own_port", "first", "last", "message", "file"};
    for (const std::string& place : places_of_peers(peers)) known.push_back(place);
    for (const model::ValueRule& value : values) known.push_back(value.name);
    std::vector<std::string> arguments;
    for (const Section& item : section.items()) {
        const std::optional<std::string> text = item.text();
        if (!text) continue;
        check_placeholders(item, *text, known);
        for (const model::ValueRule& value : values)
            if (value.kind == model::ValueRule::Kind::bytes && has_placeholder(*text, value.name))
                item.problem(
                    fmt::format("{{{}}} may have a zero byte, which no argument can hold", value.name));
        if (text->find('\0') != std::string::npos) item.problem("an argument cannot hold a zero byte");
        arguments.push_back(*text);
    }
    return arguments;
}

bool have(const std::vector<std::string>& arguments, const std::string& name) {
    return std::any_of(arguments.begin(), arguments.end(),
                       [&](const std::string& one) { return has_placeholder(one, name); });
}

// Typed text ends with its line, and an argument with its first zero byte: more would never be seen by the
// program.
bool has_line_end(const model::Message& message) {
    switch (message.form) {
        case model::Message::Form::every_byte:
        case model::Message::Form::lines:
            return true;
        case model::Message::Form::bytes:
            for (std::size_t i = 0; i + 1 < message.text.size(); i += 3)
                for (const std::string_view end : {"00", "0a", "0d"})
                    if (message.text.compare(i, 2, end) == 0) return true;
            return false;
        case model::Message::Form::text:
            return message.text.find_first_of(std::string_view("\0\r\n", 3)) != std::string::npos;
        case model::Message::Form::words:
        case model::Message::Form::format:
        case model::Message::Form::file:
            return false;
    }
    return false;
}

}  // namespace

bool arguments_have(const model::ProgramSpec& program, const std::string& placeholder) {
    return have(program.arguments, placeholder) ||
           std::any_of(program.otherwise.begin(), program.otherwise.end(),
                       [&](const std::vector<std::string>& form) { return have(form, placeholder); });
}

model::Message read_given_message(const Section& section, const model::ProgramSpec& program, Scope& scope) {
    const std::size_t most = std::min(most_bytes(program.transport), kMostGiven);
    model::Message message = read_message(section, {most, &scope});
    if (!section.is_sound()) return message;
    if (has_line_end(message) && !arguments_have(program, "file"))
        section.problem("the program is given one line: no line ends and no zero bytes");
    if (message.form == model::Message::Form::text && message.text.empty())
        section.problem("the program is given a message that is empty; leave it out");
    return message;
}

model::ProgramSpec read_program(const Section& section, const std::vector<model::ValueRule>& values,
                                const std::vector<std::string>& peers) {
    model::ProgramSpec program;
    program.calls = peers;
    section.read("role", program.role);
    section.read("transport", program.transport);
    section.read("address", program.address);
    section.read("retries", program.retries);
    if (const auto arguments = section.find("arguments"))
        program.arguments = read_arguments(*arguments, values, peers);
    if (const auto otherwise = section.find("otherwise"))
        for (const Section& form : otherwise->items())
            program.otherwise.push_back(read_arguments(form, values, peers));
    if (program.transport == model::Transport::tcp && section.has("retries"))
        section.find("retries")->key_problem("TCP sends again by itself; only UDP programs have to");
    Scope scope;
    know(values, scope);
    if (const auto message = section.find("message"))
        program.message = read_given_message(*message, program, scope);
    if (program.transport == model::Transport::udp && program.role == model::Role::peer)
        section.find("transport")
            ->problem(
                "a peer listens and connects, over TCP; over UDP, one that answers is a server, and one that "
                "sends first is "
                "a client");
    return program;
}

}  // namespace sockgrade::spec
