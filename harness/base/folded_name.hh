// A name as it is compared: people write one and the same in many ways. Pure.
//
// Case folding (not lower case: STRASSE is Straße, and a final sigma a sigma) and normal forms come from
// ICU's code alone. A transliterator would do letters such as Ø and Ł too, but its rules are data of several
// MB, which a build without ICU's data lacks; the few letters of Europe's alphabets that do not decompose are
// a small table here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sockgrade {

enum class Spelling {
    exact,        // but for capitals, and for how letters with marks are encoded (NFC, NFD)
    plain,        // without marks: Łukasz Müller is lukasz muller
    spelled_out,  // as where a keyboard lacks the letters: Müller is mueller, Ærø is aeroe
};

// Its words: runs of letters and digits. An apostrophe parts no words.
std::vector<std::string> folded_words(std::string_view name, Spelling spelling);

// The same in one.
std::string folded_letters(std::string_view name, Spelling spelling);

}  // namespace sockgrade
