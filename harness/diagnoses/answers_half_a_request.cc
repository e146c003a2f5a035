#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// The response is right, and came before the request had ended.
std::optional<model::Diagnosis> answers_half_a_request(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    if (expect == nullptr || expect->what != model::Expect::What::http ||
        failure.cause != model::Cause::wrong_order)
        return std::nullopt;
    std::string arrived;
    for (const model::Event& one : failure.transcript.events) {
        if (const auto* sent = std::get_if<event::Sent>(&one.what)) arrived += sent->bytes;
        if (!std::holds_alternative<event::Received>(one.what)) continue;
        if (arrived.empty() || arrived.ends_with("\r\n\r\n")) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format("{} had come, which is not the whole request, and your program answered already.",
                        quote(arrived, 60)),
            "TCP brings a request in pieces of any size, and one recv() takes what is there. Receive until "
            "the "
            "empty line, \\r\\n\\r\\n, has come, and answer then.",
            {one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
