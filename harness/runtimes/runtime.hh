// What is known of a language from outside: how its programs are run, and what its runtime writes on standard
// error when it stops one. How its programs are built stands in build/, a file of the same name.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sockgrade::runtimes {

enum class Language { python, java, javascript, other };

// What a runtime says, and what usually helps a beginner with it.
struct KnownError {
    std::string_view error;
    std::string_view hint;
};

// The runtime has stopped a program. Everything but the hint is quoted from what it wrote.
struct Stop {
    std::string place;  // "Server.java:12", in the student's own code; empty: not known
    std::string error;
    std::string_view hint;
};

struct Runtime {
    std::string_view name;  // "Java"
    Language language = Language::other;
    // Does a command of this name run its programs? Null: they run by themselves.
    bool (*is_command)(std::string_view name) = nullptr;
    std::span<const std::string_view> crash_signs;  // one of them: it has stopped the program
    std::span<const std::string_view> stack_signs;  // one of them: it shows where
    // Null: more than these signs is not known, or is told in another way (python_traceback.hh).
    std::optional<Stop> (*stop)(std::string_view errors) = nullptr;
};

// All of them. A new one is a file, its test, and its line in catalog.def.
std::span<const Runtime* const> catalog();
Language language_of(std::string_view command);

// What a program wrote on standard error.
bool looks_like_a_crash(std::string_view errors);
bool shows_a_stack(std::string_view errors);

// --- For the files of languages.

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// The hint of the first known error that stands in `text`; a general one when none does.
std::string_view hint_for(std::string_view text, std::span<const KnownError> known);
// The line that begins at this place, without its end.
std::string_view line_at(std::string_view text, std::size_t at);
// The whole line in which `part` stands first, without its end. Empty: none.
std::string_view line_with(std::string_view text, std::string_view part);
// The last line that is not empty. Python names its exception there.
std::string_view last_line(std::string_view text);

}  // namespace sockgrade::runtimes
