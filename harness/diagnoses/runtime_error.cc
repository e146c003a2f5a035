#include "diagnoses/runtime_error.hh"

#include <fmt/format.h>

namespace sockgrade::diagnoses {

std::string_view hint_for(std::string_view text, std::span<const KnownError> known) {
    for (const KnownError& one : known)
        if (contains(text, one.error)) return one.hint;
    return "Look at that line, and at the values in it.";
}

model::Diagnosis stopped_by(std::string_view runtime, std::string_view place, std::string_view error,
                            std::string_view hint, const Failure& failure) {
    return {"",
            fmt::format("{} stopped{}{}: {}", runtime, place.empty() ? "" : " at ", readable(place),
                        readable(error)),
            std::string(hint), error_events(failure)};
}

}  // namespace sockgrade::diagnoses
