// Formats: bytes made of fields, fields found in bytes, and how what came differs from what was awaited.
//
// Fields are read from the first byte on. A length, an end or a constant may be an expression of the fields
// before it, those of the group around it too, and of `rest`, the bytes behind the field. All of it is total:
// what bytes from a stranger can ask for is limited, and bytes that are no such message are told as a
// problem.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pattern.hh"
#include "model/format.hh"
#include "names/value.hh"

namespace sockgrade::formats {

inline constexpr std::size_t kMostParts = 4'000;  // fields found in one message

// One field as it was found.
struct Part {
    std::string name;  // "block", "parts[2].text"
    std::size_t at = 0;
    std::size_t size = 0;
    names::Value value;
    std::optional<names::Value> should;  // what `is` comes to
    bool is_of_rest = false;  // computed of the bytes behind it: of a message that is cut, of too few
};

struct Decoded {
    std::vector<Part> parts;
    std::size_t used = 0;
    // Where it is no such message: the field that could not be read, and why.
    std::string broken_at{};
    std::string problem{};
    bool needs_more = false;  // it would be with more bytes

    bool is_whole() const { return problem.empty(); }
};

Decoded decode(const std::vector<model::FormatField>& fields, std::string_view bytes);

// Has it an end of its own, or does it take whatever is there?
bool has_own_end(const std::vector<model::FormatField>& fields);

// The bytes of a message whose values are filled in. Throws names::Mistake where one does not fit its field.
std::string encode(const model::Formatted& message);

// A field that a message has to say something about before it can be sent: "block", "parts[1].text".
std::vector<std::string> unsaid(const model::Formatted& message);

// One field, what was awaited in it, and what came.
struct Row {
    Part part;
    std::optional<std::string> wanted;  // none: it is free
    bool is_right = true;
};

struct Comparison {
    std::vector<Row> rows;
    std::vector<std::string> problems;  // in words, the first first
    Captures captured;
    bool needs_more = false;
    bool is_readable = false;  // up to its last field

    bool fits() const { return problems.empty(); }
    // Nothing is wrong with it, but that it ends too early.
    bool is_right_so_far() const { return fits() || (needs_more && problems.size() == 1); }
};

Comparison compare(const model::Formatted& wanted, std::string_view bytes);

// Is a field's text, and what it should be, too long to see by eye where they differ?
bool are_long(const Part& part, const std::string& wanted);
// From which byte of the message on the field's text is not the one that is wanted.
std::size_t first_difference(const Part& part, const std::string& wanted);

// As a person reads it: a number, or a text in quotes.
std::string shown(const names::Value& value);

// "of the format 'ack' with block 1": a value as it was filled in, else as the spec has it. Of a text `most`
// bytes.
std::string in_words(const model::Formatted& message, std::size_t most = 72);

// With the names that stand in it.
std::vector<std::string> names_in_expression(const std::string& expression);

}  // namespace sockgrade::formats
