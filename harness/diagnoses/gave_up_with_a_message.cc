#include <fmt/format.h>

#include <array>
#include <cerrno>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

struct Known {
    const char* said;
    const char* hint;
};

constexpr std::array kKnown = {
    Known{"ECONNRESET",
          "The other side left in the middle. Handle that: socket.on('error', () => {}) in Node."},
    Known{"onnection reset",
          "The other side left in the middle. Close this connection, and go on with the next one."},
    Known{"ECONNREFUSED",
          "Nobody listens at the address that was dialled. Check host and port, and TCP or UDP."},
    Known{"onnection refused",
          "Nobody listens at the address that was dialled. Check host and port, and TCP or UDP."},
    Known{"ddress already in use",
          "Another socket holds that port. Bind once only, to the port that you are given."},
    Known{"EADDRINUSE", "Another socket holds that port. Bind once only, to the port that you are given."},
    Known{"sage:", "Look up in the handout which arguments the program gets, and in which order."},
};

}  // namespace

// It ended with a status that says "failed", and said why.
std::optional<model::Diagnosis> gave_up_with_a_message(const Failure& failure) {
    const auto end = ended(failure);
    if (!end.has_value() || !came_to_nothing(failure.cause)) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code == 0)
        return std::nullopt;
    // What stands on standard output may be anything, so it has to sound like it.
    std::string said = errors(failure);
    const bool on_stderr = !bare(said).empty();
    if (!on_stderr) said = printed(failure.transcript, 0, end->position);
    static constexpr std::array kTelling = {"panic: ", "rror: ", "what():", "rror",  "refused",
                                            "in use",  "fail",   "annot",   "sage:", "nvalid"};
    std::string_view line;
    for (const char* sign : kTelling)
        if (line.empty()) line = line_with(said, sign);
    const std::string_view all = bare(said);
    if (line.empty() && on_stderr) line = all.substr(all.rfind('\n') + 1);
    if (bare(line).empty()) return std::nullopt;
    const char* hint = "";
    for (const Known& known : kKnown) {
        if (!contains(line, known.said)) continue;
        hint = known.hint;
        break;
    }
    return model::Diagnosis{"",
                            fmt::format("Your program ended by itself with exit status {}, and said: {}",
                                        end->termination.code, readable(line)),
                            hint,
                            {end->number}};
}

}  // namespace sockgrade::diagnoses
