// What words mean that programs say about what they have found, in English, German, French, Spanish, Italian
// and Portuguese.
#pragma once

#include <string_view>

namespace sockgrade::wording {

enum class Meaning {
    source,  // of a datagram
    destination,
    length,
    payload,  // whose length is another one
    checksum,
    ok,
    wrong,
    absent,  // "none", "unused"
    in_use,  // what a negation makes `absent` of
    yes,
    no,
    negation,
    loss,
    received,
    missing,  // reports of numbers
    doubled,
    late,
    number,   // words that stand before a number: "packet", "seq", "no."
    linking,  // words that stand between a report and its number: "is", "was", "status"
};

// A word in small letters, or a sign.
bool means(std::string_view word, Meaning meaning);

// The meaning that this word stands for in a spec: "source", "checksum", "ok", "missing"; false when none
// does.
bool meaning_named(std::string_view name, Meaning& meaning);

}  // namespace sockgrade::wording
