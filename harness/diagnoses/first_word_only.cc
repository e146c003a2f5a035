#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// scanf("%s"), cin >> and next() stop at the first space.
std::optional<model::Diagnosis> first_word_only(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value()) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::size_t space = wanted.find(' ');
    if (space == std::string_view::npos || space == 0) return std::nullopt;
    const std::string word(wanted.substr(0, space));
    // What came as an argument was not read by any of these.
    const bool typed = failure.transcript.first<event::Typed>() != nullptr;
    if (text->where == WrongText::Where::message && !typed) return std::nullopt;
    if (text->where == WrongText::Where::output) {
        const std::size_t at = text->got.find(word);
        if (at == std::string::npos || contains(text->got, std::string(wanted.substr(0, space + 2))))
            return std::nullopt;
        // The word must stand at the end of a line, and not merely be mentioned.
        const std::string_view behind = std::string_view(text->got).substr(at + word.size());
        if (!behind.empty() && bare(behind.substr(0, 1)).size() == 1) return std::nullopt;
    } else if (bare(text->got) != word) {
        return std::nullopt;
    }
    return model::Diagnosis{
        "", fmt::format("Only the first word came, {}, of {}.", quote(word), quote(wanted, 80)),
        "scanf(\"%s\"), cin >> text and Scanner.next() read up to the first space. To read a whole "
        "line use fgets(), getline() or nextLine().",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
