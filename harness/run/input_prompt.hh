// What a program that waits for a line asks for. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::run {

enum class Asked { host, port, message };

struct Question {
    std::vector<Asked> asked;    // none: no word says it clearly; several: all of them, in one line
    char between = ' ';          // what stands between them
    bool says_something = true;  // there is a prompt at all
    // Asks for yes or no, and in which words.
    std::string yes{};
    std::string no{};
    bool of_a_default = false;  // "Use the default port?"
    std::string text{};         // its last line, as it was printed
};

// Judged by the last line of the output so far, in the languages of prompt_words.hh.
Question question_of(std::string_view output);

}  // namespace sockgrade::run
