#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using Where = WrongText::Where;
namespace event = model::event;

namespace {

// Another text came short at the same length, or whole where it is no longer than that: a buffer.
bool others_end_there_too(const Failure& failure, std::size_t length) {
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    for (const auto* sent : failure.transcript.all<event::Sent>()) {
        const std::string content = text_in(failure.transcript.plan, sent->bytes);
        const std::string_view other = bare(content);
        if (other.size() > length + 1 && contains(output, other.substr(0, length)) &&
            !contains(output, other.substr(0, length + 1)))
            return true;
        const bool has_line_end = content.ends_with('\n');
        if (!other.empty() && !has_line_end && other.size() <= length && contains(output, other)) return true;
    }
    return false;
}

}  // namespace

// One byte is taken off, as if it were a newline.
std::optional<model::Diagnosis> loses_the_last_letter(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value()) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    constexpr std::size_t kTelling = 3;
    if (wanted.size() < kTelling) return std::nullopt;
    const std::string_view shorter = wanted.substr(0, wanted.size() - 1);
    // A buffer that is just one byte too small looks the same.
    constexpr std::size_t kSmallBuffer = 64;
    if (wanted.size() - 1 >= kSmallBuffer && (wanted.size() - 1) % 16 == 0) return std::nullopt;
    if (text->where == Where::output) {
        if (contains(text->got, wanted) || !contains(text->got, shorter) ||
            others_end_there_too(failure, shorter.size()))
            return std::nullopt;
    } else if (bare(text->got) != shorter) {
        return std::nullopt;
    }
    return model::Diagnosis{
        "",
        fmt::format("Everything is right but for the last byte, which is missing: {}.",
                    quote(wanted.substr(wanted.size() - 1))),
        "Some code takes one byte off the end, for a newline that is not there. Take it off only "
        "if it is one: if (n > 0 && text[n - 1] == '\\n') n--;",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
