#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A name that no computer can have: an address with a mistake in it, one with the port or "http://", a text.
// Every other one is found in a case.
std::optional<model::Diagnosis> unknown_host(const Failure& failure) {
    if (!came_to_nothing(failure.cause) || failure.transcript.first<event::Opened>() != nullptr)
        return std::nullopt;
    static constexpr std::array kSigns = {
        "gaierror",       "getaddrinfo", "UnknownHostException", "no such host", "Name or service not known",
        "name resolution"};
    const std::string said = printed(failure.transcript, 0, failed_at(failure));
    std::string_view line;
    for (const char* sign : kSigns)
        if (line.empty() && contains(said, sign)) line = line_with(said, sign);
    const model::Event* asked = nullptr;
    for (const model::Event& one : failure.transcript.events)
        if (const auto* name = std::get_if<event::NameAsked>(&one.what);
            name != nullptr && name->host.empty())
            asked = &one;
    // Python shows its own source in a traceback, which may name the function.
    const auto trace = traceback(failure);
    if (trace.has_value() && !contains(trace->error, "gaierror")) return std::nullopt;
    if (line.empty() && asked == nullptr) return std::nullopt;
    const std::string where =
        trace.has_value() ? fmt::format(" in line {} of {}", trace->line, readable(trace->file)) : "";
    const std::string what(trace.has_value() ? std::string_view(trace->error) : line);
    std::vector<std::size_t> evidence = error_events(failure);
    if (asked != nullptr) evidence.insert(evidence.begin(), asked->number);
    const std::string which =
        asked == nullptr
            ? "a host by its name"
            : fmt::format("the host {}", quote(std::get<event::NameAsked>(asked->what).name, 80));
    return model::Diagnosis{
        "",
        fmt::format("Your program looked for {}{}, and there is no host of that name{}{}", which, where,
                    what.empty() ? "." : ": ", readable(what)),
        "A host is four numbers up to 255, such as 127.0.0.1, or a name of letters, digits, hyphens and "
        "dots, such "
        "as localhost. Leave out \"http://\", blanks and brackets, and give the port by itself.",
        evidence};
}

}  // namespace sockgrade::diagnoses
