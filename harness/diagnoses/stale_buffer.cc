#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using Where = WrongText::Where;

namespace {

constexpr std::size_t kTelling = 3;

// The end of an earlier text from about where the new one ends.
bool is_rest_of(std::string_view rest, std::string_view earlier, std::size_t length) {
    earlier = bare(earlier);
    return rest.size() >= kTelling && earlier.size() > length && earlier.ends_with(rest);
}

model::Diagnosis stale(std::string_view text, std::string_view rest, const char* did,
                       std::vector<std::size_t> evidence) {
    return {
        "",
        fmt::format(
            "After {} your program {} {}: the rest of something longer that was in the buffer before.",
            quote(text, 40), did, quote(rest, 60)),
        "Use only the n bytes that recv() returned: buffer[n] = 0 in C, new String(buffer, 0, n) in Java, "
        "buffer[:n] in Go.",
        std::move(evidence)};
}

// The buffer may have held a message, or a line that the program printed from it.
std::optional<model::Diagnosis> stale_reply(const Failure& failure, const WrongText& text) {
    const std::string_view got = bare(text.got);
    const std::string_view wanted = bare(text.wanted);
    if (!got.starts_with(wanted) || got.size() == wanted.size() || wanted.empty()) return std::nullopt;
    const std::string rest(bare(got.substr(wanted.size())));
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        std::string earlier;
        // What it printed may be read after what came later.
        const bool is_before = event.number < text.evidence.front();
        if (const auto* sent = std::get_if<event::Sent>(&event.what); sent != nullptr && is_before)
            earlier = sent->bytes;
        if (const auto* print = std::get_if<event::Printed>(&event.what)) earlier = print->bytes;
        if (!is_rest_of(rest, ascii_capitals(earlier), wanted.size()) &&
            !is_rest_of(rest, earlier, wanted.size()))
            continue;
        std::vector<std::size_t> evidence = text.evidence;
        evidence.insert(evidence.begin(), event.number);
        return stale(wanted, rest, "also sent", evidence);
    }
    return std::nullopt;
}

struct Arrival {
    std::string_view text;
    std::size_t number = 0;
    std::size_t position = 0;
};

std::optional<model::Diagnosis> stale_output(const Failure& failure) {
    const auto& events = failure.transcript.events;
    std::vector<Arrival> arrived;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i)
        if (const auto* sent = std::get_if<event::Sent>(&events[i].what))
            arrived.push_back({bare(sent->bytes), events[i].number, i});
    for (std::size_t later = 1; later < arrived.size(); ++later) {
        const std::string_view text = arrived[later].text;
        const std::size_t end = later + 1 < arrived.size() ? arrived[later + 1].position : failed_at(failure);
        const std::string output = printed(failure.transcript, arrived[later].position, end);
        const std::size_t at = output.find(text);
        if (text.empty() || at == std::string::npos) continue;
        for (std::size_t before = 0; before < later; ++before) {
            const std::string_view longer = arrived[before].text;
            // A byte or two are lost to the newline and NUL that the new text wrote.
            for (std::size_t skipped = 0; skipped <= 2; ++skipped) {
                if (longer.size() < text.size() + skipped + kTelling) break;
                const std::string_view rest = longer.substr(text.size() + skipped);
                if (contains(text, rest) || output.find(rest, at + text.size()) == std::string::npos)
                    continue;
                // The whole earlier message again would be something else.
                if (contains(output, longer)) break;
                return stale(text, rest, "also printed", {arrived[before].number, arrived[later].number});
            }
        }
    }
    return std::nullopt;
}

}  // namespace

// The end of something longer that the buffer held before.
std::optional<model::Diagnosis> stale_buffer(const Failure& failure) {
    if (failure.cause != Cause::extra && failure.cause != Cause::wrong_content) return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value()) return std::nullopt;
    if (text->where == Where::output) return stale_output(failure);
    if (text->where == Where::reply) return stale_reply(failure, *text);
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
