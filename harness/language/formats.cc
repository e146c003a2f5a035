// Formats: bytes made of fields, and what a message says in them.
#include "language/language.hh"

namespace sockgrade::language {

namespace {

// clang-format off

constexpr Word kKinds[] = {
    {"u1", model::FormatField::Kind::u1, "A whole number in one byte."},
    {"u2", model::FormatField::Kind::u2, "In two bytes, the highest first. `u2 le` has the lowest first."},
    {"u4", model::FormatField::Kind::u4, "In four bytes. `u4 le` has the lowest first."},
    {"u8", model::FormatField::Kind::u8, "In eight bytes. `u8 le` has the lowest first."},
    {"u2 le", model::FormatField::Kind::u2, "In two bytes, the lowest first."},
    {"u4 le", model::FormatField::Kind::u4, "In four bytes, the lowest first."},
    {"u8 le", model::FormatField::Kind::u8, "In eight bytes, the lowest first."},
    {"1 bit", model::FormatField::Kind::bits, "A whole number in one bit. Bits that follow one another fill bytes, from the highest on."},
    {"2 bits", model::FormatField::Kind::bits, "In two bits."},
    {"3 bits", model::FormatField::Kind::bits, "In three bits."},
    {"4 bits", model::FormatField::Kind::bits, "In four bits."},
    {"5 bits", model::FormatField::Kind::bits, "In five bits."},
    {"6 bits", model::FormatField::Kind::bits, "In six bits."},
    {"7 bits", model::FormatField::Kind::bits, "In seven bits."},
    {"text", model::FormatField::Kind::text, "The text that stands behind `is`, and nothing else."},
    {"cstring", model::FormatField::Kind::cstring, "A text, and a NUL that ends it."},
    {"bytes", model::FormatField::Kind::bytes, "As many bytes as `size` says."},
    {"rest", model::FormatField::Kind::rest, "All that is left. Only the last field can be that."},
    {"group", model::FormatField::Kind::group, "The fields that stand behind `of`, again and again."},
};
constexpr Type kKind = one_of(kKinds);
constexpr Type kOneField = map_of<kFormatField>();
constexpr Type kFieldList = list_of(kOneField, 1, kMostFormatFields, "field");

constexpr Key kFormatFieldKeys[] = {
    {"is", kFilled, "",
     "What it has to be: a number, a text, or `= ` and [an expression](#expressions) of the fields before it and of `rest`, the bytes behind it. A message need not say it; one that says something else is sent as it says.",
     "formats: { gbn: [{ sum: u2, is: \"= inet16(rest)\" }, { seq: u4 }, { body: rest }] }"},
    {"size", kFilled, "",
     "Of `bytes`: how many, an expression of the fields before it. A number field that is named here need not be said in what is sent.",
     "formats: { record: [{ len: u2 }, { name: bytes, size: len }, { pad: bytes, size: \"(4 - len % 4) % 4\" }] }"},
    {"of", kFieldList, "",
     "Of a `group`: its fields.",
     "formats: { name: [{ parts: group, of: [{ len: u1 }, { text: bytes, size: len }], until: \"len == 0\" }] }"},
    {"times", kFilled, "",
     "How often a `group` is there, an expression.",
     "formats: { list: [{ count: u1 }, { items: group, of: [{ item: u4 }], times: count }] }", {}, "of"},
    {"until", kFilled, "",
     "What holds of the last one: an expression of its own fields, and those before the group.",
     "formats: { names: [{ all: group, of: [{ name: cstring }], until: \"len(name) == 0\" }] }", "times", "of"},
};

constexpr Type kOneTime = map_of<kFieldsSaid>();
constexpr Type kSaid = kText.or_list_of(kOneTime, 0, 1000, "map of fields");

}  // namespace

constinit const Place kFormatField = {
    "format_field", "A field of a format", Scene::file,
    "The field's name and its kind, as in `block: u2`: `u1`, `u2`, `u4` and `u8` are whole numbers of so many bytes, the highest byte first; `u2 le`, `u4 le` and `u8 le` have the lowest first. `1 bit` to `7 bits` are parts of a byte, the highest bits first; those that follow one another fill bytes. `text` is what stands behind `is`; `cstring` a text that a NUL ends; `bytes` as many as `size` says; `rest` all that is left; `group` the fields behind `of`, several times. Beside its kind a field may have one of these.",
    kFormatFieldKeys, &kKind};

namespace {
constexpr Type kOneFormat = kFieldList;
}  // namespace

constinit const Place kFormats = {
    "formats", "Formats", Scene::file,
    "Messages of bytes: a name, and the fields in their order. What is sent, replied and expected can then be said field by field.",
    {}, &kOneFormat, 1, kMostFormats, true};

constinit const Place kFieldsSaid = {
    "fields_said", "What fields say", Scene::steps,
    "Fields of the format, and what each says: a number, or a text, with names as in every message; of a `group` a list, a map of fields for each time. In an expectation `\"{name}\"`, with a name that stands for nothing yet, takes what comes: the name stands for it in the steps that follow.",
    {}, &kSaid, 0, kMostFormatFields, true};

}  // namespace sockgrade::language
