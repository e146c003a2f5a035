// Bytes as fields with names: what a spec calls a format, and what it says about the fields of one message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sockgrade::model {

struct FormatField {
    enum class Kind {
        u1,  // whole numbers of so many bytes
        u2,
        u4,
        u8,
        bits,  // a whole number of `bits` bits, the highest first; those that follow one another fill bytes
        text,  // `is`, as it stands
        cstring,  // a text, and a NUL behind it
        bytes,    // as many as `size` says
        rest,     // whatever is left
        group     // `fields` again and again: as often as `size` says, or until `until` holds
    };
    std::string name;
    Kind kind = Kind::u1;
    std::size_t bits = 0;
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

constexpr bool is_number(const FormatField& field) {
    return width_of(field.kind) > 0 || field.kind == FormatField::Kind::bits;
}

// The largest number that it holds; of eight bytes, the largest that an expression can have.
constexpr std::int64_t most_of(const FormatField& field) {
    const std::size_t bits = field.kind == FormatField::Kind::bits ? field.bits : 8 * width_of(field.kind);
    return bits >= 63 ? INT64_MAX : (std::int64_t{1} << bits) - 1;
}

}  // namespace sockgrade::model
