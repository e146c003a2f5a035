#include <fmt/format.h>

#include <array>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A name that no computer has, such as the placeholder of the course notes.
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
    // Python shows its own source in a traceback, which may name the function.
    const auto trace = traceback(failure);
    if (trace.has_value() && !contains(trace->error, "gaierror")) return std::nullopt;
    if (line.empty()) return std::nullopt;
    const std::string where =
        trace.has_value() ? fmt::format(" in line {} of {}", trace->line, readable(trace->file)) : "";
    const std::string what(trace.has_value() ? std::string_view(trace->error) : line);
    return model::Diagnosis{
        "",
        fmt::format("Your program looked for a host by its name{}, and there is no host of that name: {}",
                    where, readable(what)),
        "Names such as 'hostname' or 'servername' in examples stand for a real one. Take the host from the "
        "arguments, or use \"localhost\".",
        error_events(failure)};
}

}  // namespace sockgrade::diagnoses
