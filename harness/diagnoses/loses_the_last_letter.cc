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

// In C, what takes a newline off and what has no room for the NUL look the same.
const char* hint_for_one_byte(const Failure& failure, const WrongText& text) {
    switch (language(failure.transcript)) {
        case Language::python:
            return "A slice that ends with -1, such as text[:-1], takes one off, newline or not. strip() and "
                   "rstrip(\"\\n\") take off only what is there. Or the buffer is one too small: look at the "
                   "number in recv().";
        case Language::java:
        case Language::javascript:
            return "An end of length - 1, in substring(), slice(), a loop or a copy, leaves the last one "
                   "out: the "
                   "end does not belong to the part. trim() takes off only what is there.";
        case Language::other:
            break;
    }
    if (text.where == Where::message)
        return "Two usual reasons. The buffer, or the length that is handed over, is one too small: in C a "
               "text "
               "needs a byte more for its NUL, and snprintf() and fgets() of n bytes hold n - 1 letters. Or "
               "some "
               "code takes one byte off the end for a newline that is not there: take it off only if it is "
               "one.";
    return "Some code takes one byte off the end, for a newline that is not there, or has room for one byte "
           "too "
           "few: a text in C needs one more for its NUL. Take a newline off only if it is one: if (n > 0 && "
           "text[n - 1] == '\\n') n--;";
}

}  // namespace

// One byte is taken off, as if it were a newline.
std::optional<model::Diagnosis> loses_the_last_letter(const Failure& failure) {
    const auto text = copied_text(failure);
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
    return model::Diagnosis{"",
                            fmt::format("Everything is right but for the last byte, which is missing: {}.",
                                        quote(wanted.substr(wanted.size() - 1))),
                            hint_for_one_byte(failure, *text), text->evidence};
}

}  // namespace sockgrade::diagnoses
