#include "base/folded_name.hh"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace sockgrade {

namespace {

struct PlainForm {
    char32_t letter;
    std::string_view plain;
};

// After case folding. What Unicode takes for letters of their own, and people for others with something
// added.
constexpr std::array kPlain = {
    PlainForm{U'ø', "o"},  PlainForm{U'ł', "l"}, PlainForm{U'đ', "d"},  PlainForm{U'ð', "d"},
    PlainForm{U'ħ', "h"},  PlainForm{U'ŧ', "t"}, PlainForm{U'ŋ', "n"},  PlainForm{U'ı', "i"},
    PlainForm{U'ɨ', "i"},  PlainForm{U'ƶ', "z"}, PlainForm{U'ƙ', "k"},  PlainForm{U'ɓ', "b"},
    PlainForm{U'ɗ', "d"},  PlainForm{U'ə', "e"}, PlainForm{U'æ', "ae"}, PlainForm{U'œ', "oe"},
    PlainForm{U'þ', "th"},
};

constexpr std::array kSpelledOut = {
    PlainForm{U'ä', "ae"}, PlainForm{U'ö', "oe"}, PlainForm{U'ü', "ue"},
    PlainForm{U'å', "aa"}, PlainForm{U'ø', "oe"},
};

template <std::size_t count>
icu::UnicodeString replaced(const icu::UnicodeString& text, const std::array<PlainForm, count>& letters) {
    icu::UnicodeString result;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 point = text.char32At(i);
        bool is_known = false;
        for (const PlainForm& one : letters)
            if (static_cast<UChar32>(one.letter) == point) {
                is_known = true;
                result.append(icu::UnicodeString::fromUTF8(
                    icu::StringPiece(one.plain.data(), static_cast<std::int32_t>(one.plain.size()))));
            }
        if (!is_known) result.append(point);
    }
    return result;
}

icu::UnicodeString normal(const icu::UnicodeString& text, const icu::Normalizer2* form) {
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString result = form->normalize(text, error);
    return U_SUCCESS(error) ? result : text;
}

// The marks of Latin, Greek and Cyrillic letters. Those of other scripts are vowels, and names differ by
// them.
bool is_mark(UChar32 point) { return point >= 0x300 && point <= 0x36f; }

icu::UnicodeString without_marks(const icu::UnicodeString& text, const icu::Normalizer2* apart) {
    const icu::UnicodeString whole = normal(text, apart);
    icu::UnicodeString result;
    for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1))
        if (!is_mark(whole.char32At(i))) result.append(whole.char32At(i));
    return result;
}

icu::UnicodeString folded(std::string_view name, Spelling spelling) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const together = icu::Normalizer2::getNFCInstance(error);
    const icu::Normalizer2* const apart = icu::Normalizer2::getNFDInstance(error);
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    if (U_FAILURE(error)) return text.toLower();
    text = normal(normal(text, together).foldCase(U_FOLD_CASE_DEFAULT), together);
    if (spelling == Spelling::exact) return text;
    if (spelling == Spelling::spelled_out) text = replaced(text, kSpelledOut);
    return normal(without_marks(replaced(text, kPlain), apart), together);
}

bool is_of_a_word(UChar32 point) {
    return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

bool is_apostrophe(UChar32 point) {
    return point == U'\'' || point == U'`' || point == 0xb4 || point == 0x2bc || point == 0x2018 ||
           point == 0x2019;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view name, Spelling spelling) {
    const icu::UnicodeString text = folded(name, spelling);
    std::vector<std::string> words;
    icu::UnicodeString word;
    const auto end_word = [&] {
        if (word.isEmpty()) return;
        words.emplace_back();
        word.toUTF8String(words.back());
        word.remove();
    };
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 point = text.char32At(i);
        if (is_of_a_word(point))
            word.append(point);
        else if (!is_apostrophe(point))
            end_word();
    }
    end_word();
    return words;
}

std::string folded_letters(std::string_view name, Spelling spelling) {
    std::string all;
    for (const std::string& word : folded_words(name, spelling)) all += word;
    return all;
}

}  // namespace sockgrade
