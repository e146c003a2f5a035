// The reference in docs/spec.md: a section for each map, a line for each word.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/text.hh"
#include "faults/fault.hh"
#include "tests/unit/language/chapters.hh"

namespace sockgrade::language {

inline std::string code(std::string_view text) { return fmt::format("`{}`", text); }

// A heading's anchor, as GitHub makes it.
inline std::string link_to(const Place& place) {
    std::string anchor;
    for (const char c : to_lower(place.title)) {
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (is_kept) anchor += c;
        if (c == ' ') anchor += '-';
    }
    return fmt::format("[{}](#{})", place.title, anchor);
}

inline std::string form_of(const Type& type) {
    switch (type.form) {
        case Form::none:
            return "";
        case Form::text:
        case Form::filled:
        case Form::marked:
            return "text";
        case Form::sentence:
            return "a sentence";
        case Form::name:
            return "a name: `a` to `z`, digits and dashes";
        case Form::moment:
            return "a day and a time";
        case Form::path:
            return "a path";
        case Form::exercise:
            return "an exercise's id, or a spec's file";
        case Form::number:
            return fmt::format("{} to {}", type.least, type.most);
        case Form::integer:
            return "a whole number";
        case Form::seconds:
            return "0.1 to 60";
        case Form::decimal:
            return "a number";
        case Form::yes_or_no:
            return "`true` or `false`";
        case Form::chance:
            return "`1%` to `100%`";
        case Form::share:
            return "`0%` to `100%`, with up to four decimals";
        case Form::size:
            return fmt::format("{} to {}, or a name in braces", type.least, type.most);
        case Form::hexadecimal:
            return "hexadecimal digits";
        case Form::pattern:
            return "a regular expression";
    }
    return "";
}

inline std::string what_stands(const Type& type) {
    std::vector<std::string> ways;
    for (const Word& word : type.words) ways.push_back(code(word.name));
    if (type.form != Form::none) ways.push_back(form_of(type));
    for (const Place* const place : type.maps) ways.push_back(link_to(*place));
    if (type.item != nullptr)
        ways.push_back(fmt::format("a list{}: {}",
                                   type.fewest > 0 ? fmt::format(" of {} to {}", type.fewest, type.longest)
                                                   : fmt::format(" of at most {}", type.longest),
                                   what_stands(*type.item)));
    return sockgrade::list_of(ways, "or");
}

inline std::string example_of(std::string_view example) {
    std::string lines;
    for (std::size_t at = 0; at <= example.size();) {
        const std::size_t end = std::min(example.find('\n', at), example.size());
        lines += (lines.empty() ? "" : "<br>") + code(example.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

inline std::string meaning_of(std::string_view text, std::span<const Word> words) {
    std::string all(text);
    for (const Word& word : words) all += fmt::format("<br>{}: {}", code(word.name), word.text);
    return all;
}

inline std::string without(const Key& key) {
    const bool is_a_mark = key.is_required() || key.is_one_of_these() || key.is_of_some_kinds();
    return key.usual.empty() || is_a_mark ? std::string(key.usual) : code(key.usual);
}

inline std::string reference_of(const Place& place, std::string_view chapter) {
    std::string text = place.title == chapter ? "" : fmt::format("\n### {}\n", place.title);
    text += fmt::format("\n{}\n", place.text);
    if (&place == &kFaultRule) {
        text += "\n| fault | what happens | takes |\n| --- | --- | --- |\n";
        for (const faults::FaultKind& kind : faults::catalog()) {
            std::vector<std::string> takes;
            for (const std::string_view word : kind.takes) takes.push_back(code(word));
            text +=
                fmt::format("| {} | {} | {} |\n", code(kind.name), kind.summary, sockgrade::list_of(takes));
        }
    }
    if (place.keys.empty()) return text;
    text +=
        "\n| word | what stands there | without it | meaning | example |\n| --- | --- | --- | --- | --- |\n";
    for (const Key& key : place.keys)
        text += fmt::format("| {} | {} | {} | {} | {} |\n", code(key.name), what_stands(key.type),
                            without(key), meaning_of(key.text, key.type.words), example_of(key.example));
    return text;
}

inline std::string reference_of(const Chapter& chapter) {
    std::string text = fmt::format("\n## {}\n", chapter.title);
    const auto places = Collector::places_of(chapter);
    const auto bare_words = [&] {
        if (chapter.words == nullptr) return;
        text += "\n| step of one word | meaning | example |\n| --- | --- | --- |\n";
        for (const Word& word : chapter.words->words)
            text += fmt::format("| {} | {} | {} |\n", code(word.name), word.text, example_of(word.example));
    };
    if (chapter.roots.empty()) bare_words();
    for (const Place* const place : places) {
        text += reference_of(*place, chapter.title);
        if (place == &kStep) bare_words();
    }
    return text;
}

inline std::string reference() {
    std::string text;
    for (const Chapter& chapter : chapters()) text += reference_of(chapter);
    return text;
}

}  // namespace sockgrade::language
