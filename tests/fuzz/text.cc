// What all text from outside goes through.
#include "base/text.hh"

#include "base/columns.hh"
#include "base/folded_name.hh"
#include "base/normal_form.hh"
#include "base/placeholder.hh"
#include "base/utf16.hh"
#include "model/answer.hh"
#include "model/expected.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

void look_at(std::string_view input) {
    const std::string escaped = escape(input);
    const std::string quoted = quote(input, 60);
    for (const std::string& text : {escaped, quoted}) {
        require_plain(text);
        require(text.find('\n') == std::string::npos, "one line", text);
    }
    std::string units;
    for (const std::string_view unit : units_of(escaped)) units += unit;
    require(units == escaped, "all units are the text", escaped);
    for (const std::string& line : fold(escaped, 20))
        require(columns_of(line) <= 20 || units_of(line).size() == 1, "folded", line);
    for (const std::string& line : wrap(escaped, 20)) require(is_utf8(line), "wrapped", line);
    require(ascii_capitals(input).size() == input.size(), "capitals of ASCII are as long", input);
    require(!is_utf8(input) || is_utf8(unicode_capitals(input)), "capitals are UTF-8", input);
    static_cast<void>(nearest_name(input, {"server", "client"}));
    require(is_utf8(without_utf16(input)) || !is_utf8(input), "UTF-8 stays", input);
    const std::string normal = normal_form(input);
    require(!is_utf8(input) || normal_form(normal) == normal, "a normal form is its own", normal);
    for (const Spelling spelling : {Spelling::exact, Spelling::plain, Spelling::spelled_out})
        static_cast<void>(folded_letters(input, spelling));
    require(fill_placeholders(input, [](const std::string&) { return std::nullopt; }) == input,
            "a placeholder without a value stays", input);
    require(model::same_text(input, input), "a text is the same as itself", input);
    static_cast<void>(model::value_of({"seq", "seq=", " ", true, {}}, input));
    static_cast<void>(model::answer_to({"ACK {seq}", {{"seq", "", " ", false, {}}}}, input));
}

}  // namespace sockgrade::fuzz
