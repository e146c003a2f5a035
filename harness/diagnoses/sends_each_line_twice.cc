#include <fmt/format.h>

#include <map>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// What was typed once went out twice, by the same connection.
std::optional<model::Diagnosis> sends_each_line_twice(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::peer || failure.cause != model::Cause::extra) return std::nullopt;
    std::map<std::string, std::string> heard;  // by connection, since the line was typed
    const event::Typed* typed = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : failure.transcript.events) {
        if (const auto* line = std::get_if<event::Typed>(&one.what)) {
            typed = line;
            number = one.number;
            heard.clear();
        }
        const auto* received = std::get_if<event::Received>(&one.what);
        if (typed == nullptr || received == nullptr || bare(typed->bytes).empty()) continue;
        std::string& bytes = heard[received->connection] += received->bytes;
        const std::size_t first = bytes.find(bare(typed->bytes));
        if (first == std::string::npos ||
            bytes.find(bare(typed->bytes), first + bare(typed->bytes).size()) == std::string::npos)
            continue;
        return model::Diagnosis{"",
                                fmt::format("{} was typed once, and your program sent it twice: {}.",
                                            quote(bare(typed->bytes), 60), quote(bytes, 80)),
                                "Look for a second send(): in a loop and behind it, or in two threads that "
                                "both read the keyboard.",
                                {number, one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
