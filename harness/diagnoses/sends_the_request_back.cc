#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// A reply of the server's own is asked for, and it does what an echo server does.
std::optional<model::Diagnosis> sends_the_request_back(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    if (expect == nullptr || expect->what != model::Expect::What::fixed) return std::nullopt;
    const std::size_t end = failed_at(failure);
    for (std::size_t i = end; i-- > 0;) {
        const auto* received = std::get_if<model::event::Received>(&failure.transcript.events[i].what);
        if (received == nullptr) continue;
        const std::string got = to_lower(bare(received->bytes));
        for (std::size_t k = 0; k < i; ++k) {
            const auto* sent = std::get_if<model::event::Sent>(&failure.transcript.events[k].what);
            if (sent == nullptr || got.empty() || sent->connection != received->connection ||
                to_lower(bare(sent->bytes)) != got)
                continue;
            return model::Diagnosis{
                "",
                fmt::format("Your program sent the request itself back: {}.", quote(received->bytes, 60)),
                "What goes back is a text of your own, such as \"Message received\". Look at what you give "
                "to "
                "send() or sendto(): it is the buffer that the request came in.",
                {failure.transcript.events[k].number, failure.transcript.events[i].number}};
        }
        return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
