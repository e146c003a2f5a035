#include "spec/yaml_errors.hh"

#include <fmt/format.h>

#include <array>

namespace sockgrade::spec {

namespace {

struct Clearer {
    std::string_view beginning;  // of yaml-cpp's message
    std::string_view meaning;
};

constexpr std::array kClearer{
    Clearer{
        "illegal map value",
        "a ':' where no key can stand; check the indentation, and put text that has ': ' in it in quotes"},
    Clearer{"illegal map key", "a key where none can stand; check the indentation"},
    Clearer{"illegal block entry", "a '- ' where no list item can stand; check the indentation"},
    Clearer{"illegal flow end", "a '}' or ']' that closes nothing; put text that has one in it in quotes"},
    Clearer{"end of map flow not found",
            "a '{' whose '}' is missing; put text that has a brace or a comma in it in quotes"},
    Clearer{"end of sequence flow not found",
            "a '[' whose ']' is missing; put text that has a bracket or a comma in it in quotes"},
    Clearer{"end of map not found", "this line is not indented like the keys before it"},
    Clearer{"end of sequence not found", "this line is not indented like the list items before it"},
    Clearer{"illegal EOF in scalar", "the file ends inside a text: a closing quote is missing"},
    Clearer{"illegal document indicator in scalar",
            "'---' or '...' inside a text: a closing quote is missing"},
    Clearer{"illegal tab when looking for indentation", "a tab; YAML is indented with spaces"},
    Clearer{"illegal character in indentation", "a tab; YAML is indented with spaces"},
    Clearer{"unknown token", "a character that can begin no text, such as @ ` or %; put the text in quotes"},
    Clearer{"unknown escape character",
            "a backslash before a character that it has no meaning for; write \\\\ for a backslash, or use "
            "single quotes"},
    Clearer{"the referenced anchor is not defined",
            "an alias (*name) for which no anchor (&name) stands before it; put text that begins with * in "
            "quotes"},
    Clearer{"alias not found after *", "a '*' with no name after it; put text that begins with * in quotes"},
    Clearer{"anchor not found after &", "a '&' with no name after it; put text that begins with & in quotes"},
};

}  // namespace

std::string clear_yaml_message(std::string_view message) {
    for (const Clearer& one : kClearer)
        if (message.starts_with(one.beginning)) return fmt::format("not YAML: {}", one.meaning);
    return fmt::format("not YAML: {}", message);
}

}  // namespace sockgrade::spec
