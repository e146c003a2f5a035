#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// Where it stopped.
std::optional<model::Diagnosis> blocked_in(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (!wait.has_value() || wait->how != model::WaitEnd::quiet || wait->blocked.empty()) return std::nullopt;
    if (!came_to_nothing(failure.cause)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program waits in {}, while the other side waits for your program.",
                    escape(wait->blocked)),
        "Follow your program to that call, and ask what it waits for there, and from whom.",
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
