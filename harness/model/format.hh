// Bytes as fields with names: what a spec calls a format, and what it says about the fields of one message.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sockgrade::model {

struct FormatField {
    enum class Kind {
        u1,  // whole numbers of so many bytes
        u2,
        u4,
        u8,
        text,     // `is`, as it stands
        cstring,  // a text, and a NUL behind it
        bytes,    // as many as `size` says
        rest,     // whatever is left
        group     // `fields` again and again: as often as `size` says, or until `until` holds
    };
    std::string name;
    Kind kind = Kind::u1;
    bool is_little = false;    // the lowest byte first
    std::string is{};          // what it has to be; empty: anything
    bool is_computed = false;  // then `is` is an expression
    std::string size{};        // expressions
    std::string until{};
    std::vector<FormatField> fields{};

    friend bool operator==(const FormatField&, const FormatField&) = default;
};

// What a message says in one field.
struct FieldValue {
    std::string name;
    std::string text{};                            // a template
    std::string bytes{};                           // filled in; a number as its digits
    std::string late{};                            // as in Message
    std::string captures{};                        // awaited: what it says gets this name
    std::vector<std::vector<FieldValue>> items{};  // of a group: what is said in each

    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

struct Formatted {
    std::string name;
    std::vector<FormatField> fields{};
    std::vector<FieldValue> values{};

    friend bool operator==(const Formatted&, const Formatted&) = default;
};

constexpr std::size_t width_of(FormatField::Kind kind) {
    switch (kind) {
        case FormatField::Kind::u1:
            return 1;
        case FormatField::Kind::u2:
            return 2;
        case FormatField::Kind::u4:
            return 4;
        case FormatField::Kind::u8:
            return 8;
        default:
            return 0;
    }
}

}  // namespace sockgrade::model
