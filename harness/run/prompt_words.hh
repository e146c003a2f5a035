// The words of prompts, in English, German, Spanish, French, Portuguese and Italian, and some beyond. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::run {

struct PromptWord {
    enum class Kind {
        host,
        port,
        message,
        server,     // a host, where nothing else is said: "Server: "
        command,    // "enter", "which": says that something is asked
        filler,     // "the", "number", "of"
        connector,  // "and", ":", ","
        connect,    // "connect to": what follows is where
        say,        // "send", "something": what goes to a server
        state,      // "connected": what follows is no question
        purpose,    // "to", "for"
        other
    };
    Kind kind = Kind::other;
    std::string text;  // in small letters, without accents
};

// Small letters without accents, and without what colours them on a terminal.
std::string folded(std::string_view text);

// Of a folded text.
std::vector<PromptWord> prompt_words(std::string_view folded_text);

}  // namespace sockgrade::run
