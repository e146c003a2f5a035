// Expressions, templates and patterns of a spec: whatever stands there, it ends with a value or with a
// mistake that can be shown, and a template that is filled in by halves comes to the same as one that is
// filled at once.
#include "base/pattern.hh"
#include "names/template.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

names::Value value_of(const std::string& name) {
    if (name == "a") return {std::int64_t{7}};
    if (name == "b") return {std::int64_t{-2}};
    if (name == "x") return {std::string("{a} .*\n\0", 7)};
    if (name == "late") return {std::string("{= b}")};
    throw names::Mistake("nobody knows it");
}

void look_at_template(const std::string& text, names::Mode mode) {
    const names::Filled half = names::fill(text, mode, [](const names::Part& part) {
        return part.kind == names::Part::Kind::name && (part.text == "a" || part.text == "x")
                   ? std::optional(names::as_text(value_of(part.text)))
                   : std::nullopt;
    });
    const std::string whole = names::fill_all(text, mode, value_of);
    if (mode == names::Mode::text)
        require((half.is_whole ? half.text : names::fill_all(half.text, mode, value_of)) == whole,
                "filled in by halves or at once is the same", text);
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    const std::string text = pieces.text();
    const std::string other = pieces.text();
    for (const names::Mode mode : {names::Mode::text, names::Mode::pattern}) {
        try {
            look_at_template(text, mode);
        } catch (const names::Mistake& mistake) {
            require(mistake.what()[0] != '\0', "a mistake says what it is", text);
        }
    }
    try {
        static_cast<void>(names::Expression::parse(text).evaluate(value_of));
    } catch (const names::Mistake& mistake) {
        require(mistake.what()[0] != '\0', "a mistake says what it is", text);
    }
    if (text.size() > 300) return;
    const PartialFit fit = partial_fit(text, other);
    require(fit.pattern <= text.size() && fit.text <= other.size(), "a part is a part", text);
    require(captures(pattern_of(other), other).has_value(), "a text fits the pattern of itself", other);
}

}  // namespace sockgrade::fuzz
