#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

const char* hint_for_words(const Failure& failure, const WrongText& text) {
    const bool typed = failure.transcript.first<event::Typed>() != nullptr;
    const Language written_in = language(failure.transcript);
    if (text.where == WrongText::Where::message && !typed)
        return "The whole text, with its spaces, is one argument. Send that as it is, without split().";
    if (written_in == Language::python || written_in == Language::javascript)
        return text.where == WrongText::Where::message
                   ? "split() makes words of a text, and [0] is the first of them. Send the line as it is."
                   : "split() makes words of a text, and [0] is the first of them. Take the text as it came; "
                     "where "
                     "something stands in front of it, take off that alone: text.split(\" \", 1)[1] in "
                     "Python.";
    if (text.where == WrongText::Where::message || written_in == Language::java)
        return "scanf(\"%s\"), cin >> text and Scanner.next() read up to the first space. To read a whole "
               "line use fgets(), getline() or nextLine().";
    return "scanf(\"%s\"), sscanf(), >> and next() take what stands before the first space. Take all of the "
           "n bytes "
           "that came, or the whole line.";
}

}  // namespace

// scanf("%s"), cin >> and next() stop at the first space.
std::optional<model::Diagnosis> first_word_only(const Failure& failure) {
    const auto text = copied_text(failure);
    if (!text.has_value() || sends_in_pieces(failure) || loses_spaces(failure)) return std::nullopt;
    // In C a buffer that ends there looks the same.
    if (text->where == WrongText::Where::message && language(failure.transcript) == Language::other &&
        failure.transcript.first<event::Typed>() == nullptr)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::size_t space = wanted.find(' ');
    if (space == std::string_view::npos || space == 0) return std::nullopt;
    const std::string word(wanted.substr(0, space));
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
        hint_for_words(failure, *text), text->evidence};
}

}  // namespace sockgrade::diagnoses
