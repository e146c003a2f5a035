// Formats: whatever bytes come, they are read to an end, each byte belongs to one field at most, and what was
// read can be written again.
#include "formats/format.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

using model::FormatField;
using Kind = FormatField::Kind;

const std::vector<std::vector<FormatField>>& all_formats() {
    static const std::vector<std::vector<FormatField>> kAll{
        {{.name = "op", .kind = Kind::u2, .is = "3"},
         {.name = "a", .kind = Kind::cstring},
         {.name = "b", .kind = Kind::rest}},
        {{.name = "sum", .kind = Kind::u2, .is = "inet16(rest)", .is_computed = true},
         {.name = "len", .kind = Kind::u4, .is_little = true},
         {.name = "body", .kind = Kind::bytes, .size = "len"}},
        {{.name = "parts",
          .kind = Kind::group,
          .until = "len == 0",
          .fields = {{.name = "len", .kind = Kind::u1},
                     {.name = "text", .kind = Kind::bytes, .size = "len"}}}},
        {{.name = "n", .kind = Kind::u8},
         {.name = "all",
          .kind = Kind::group,
          .size = "n - 1",
          .fields = {{.name = "x", .kind = Kind::bytes, .size = "n % 3"}}}},
        {{.name = "a", .kind = Kind::bits, .bits = 3},
         {.name = "b", .kind = Kind::bits, .bits = 7},
         {.name = "c", .kind = Kind::bits, .bits = 6, .is = "9"},
         {.name = "d", .kind = Kind::bytes, .size = "b"}}};
    return kAll;
}

}  // namespace

void look_at(std::string_view input) {
    if (input.empty()) return;
    const auto& fields = all_formats()[static_cast<unsigned char>(input.front()) % all_formats().size()];
    const std::string bytes(input.substr(1));
    const formats::Decoded decoded = formats::decode(fields, bytes);
    require(decoded.used <= bytes.size(), "no field is behind the end", bytes);
    std::size_t at = 0;
    model::Formatted message{"f", fields, {}};
    for (const formats::Part& part : decoded.parts) {
        // Bits share the byte in which one field ends and another begins.
        const bool has_bits = fields.front().kind == Kind::bits;
        require(part.at <= at && (has_bits || part.at == at), "fields follow one another", bytes);
        at = part.at + part.size;
        if (part.name.find('[') == std::string::npos)
            message.values.push_back({.name = part.name, .bytes = names::as_text(part.value)});
    }
    const formats::Comparison comparison = formats::compare(message, bytes);
    require(comparison.fits() || !comparison.problems.front().empty(), "a difference is said", bytes);
    const bool has_groups = message.values.size() != decoded.parts.size();
    if (!decoded.is_whole() || has_groups || fields.back().kind == Kind::group) return;
    require(formats::encode(message) == bytes.substr(0, decoded.used), "what was read can be written", bytes);
}

}  // namespace sockgrade::fuzz
