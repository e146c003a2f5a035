// What the language is made of. Every word is one row of a table: its name, what may stand behind it, what it
// is without it, a sentence and an example. The loader (harness/spec) checks files by these tables; the
// schemas that editors complete from, and the reference in docs/spec.md, are made of them.
#pragma once

#include <concepts>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "model/step.hh"

namespace sockgrade::language {

using std::string_view;
using MakeAction = model::Action (*)();

// One of the words that may stand behind a key, or a step that is nothing but this word.
struct Word {
    // `T` is an enumeration or bool: what the word says to the loader.
    template <typename T>
    constexpr Word(string_view word, T says, string_view meaning, string_view shown = {})
        : name(word), text(meaning), example(shown) {
        if constexpr (std::convertible_to<T, MakeAction>) {
            action = says;
        } else {
            value_ = static_cast<int>(says);
            kind_ = &kKindOf<T>;
        }
    }

    template <typename T>
    T as() const {
        return is<T>() ? static_cast<T>(value_) : T{};
    }
    template <typename T>
    bool is() const {
        return kind_ == &kKindOf<T>;
    }

    string_view name;
    string_view text;
    string_view example;
    MakeAction action = nullptr;

  private:
    template <typename T>
    static constexpr char kKindOf{};
    int value_ = 0;
    const void* kind_ = nullptr;
};

// What a text has to look like. In YAML all of 3, "3", true and abc are texts.
enum class Form {
    none,         // no text may stand here, or only one of some words
    text,         // any
    filled,       // not empty
    marked,       // with one place in braces: "ACK {seq}"
    sentence,     // not blank
    name,         // lower-case letters, digits and dashes, beginning with a letter
    path,         // of a file beside the spec or below it
    exercise,     // a name, or a spec's file
    number,       // whole, from `least` to `most`
    integer,      // 3, -12
    decimal,      // 3, -0.5
    seconds,      // 3, 0.5: from 0.1 to 60
    moment,       // 2026-03-12 23:59, perhaps with a zone behind it: +01:00
    yes_or_no,    // true, false
    chance,       // 30%, 30: from 1% to 100%
    share,        // 2.5%, 2.5: from 0% to 100%
    size,         // a number of bytes, or a name such as "{size}"
    hexadecimal,  // "00 ff"
    pattern       // a regular expression (RE2)
};

struct Place;

// What may stand somewhere: as a text, as a list, as a map.
struct Type {
    Form form = Form::none;
    std::size_t least = 0;  // of a number, and of a size in bytes
    std::size_t most = std::numeric_limits<std::size_t>::max();
    std::span<const Word> words{};  // in place of such a text

    const Type* item = nullptr;  // of a list
    std::size_t fewest = 0;
    std::size_t longest = 0;
    string_view noun{};        // what one item is called
    bool is_distinct = false;  // no item stands there twice

    // A map with the keys of this place; of several, the one whose first key it has.
    std::span<const Place* const> maps{};

    constexpr Type or_one_of(std::span<const Word> these) const {
        Type type = *this;
        type.words = these;
        return type;
    }
    constexpr Type or_list_of(const Type& one, std::size_t at_least, std::size_t at_most,
                              string_view called) const {
        Type type = *this;
        type.item = &one;
        type.fewest = at_least;
        type.longest = at_most;
        type.noun = called;
        return type;
    }
    template <const Place&... places>
    constexpr Type or_map() const {
        Type type = *this;
        type.maps = kMaps<places...>;
        return type;
    }
    constexpr Type distinct() const {
        Type type = *this;
        type.is_distinct = true;
        return type;
    }

  private:
    template <const Place&... places>
    static constexpr const Place* kMaps[] = {&places...};
};

constexpr Type of_form(Form form) { return {.form = form}; }
constexpr Type number(std::size_t least, std::size_t most) {
    return {.form = Form::number, .least = least, .most = most};
}
constexpr Type one_of(std::span<const Word> words) { return Type{}.or_one_of(words); }
constexpr Type list_of(const Type& item, std::size_t fewest, std::size_t longest, string_view noun) {
    return Type{}.or_list_of(item, fewest, longest, noun);
}
template <const Place&... places>
constexpr Type map_of() {
    return Type{}.or_map<places...>();
}

inline constexpr Type kText = of_form(Form::text);
inline constexpr Type kFilled = of_form(Form::filled);
inline constexpr Type kSentence = of_form(Form::sentence);
inline constexpr Type kName = of_form(Form::name);
inline constexpr Type kSeconds = of_form(Form::seconds);
inline constexpr Type kDecimal = of_form(Form::decimal);
inline constexpr Type kMoment = of_form(Form::moment);
inline constexpr Type kYesOrNo = of_form(Form::yes_or_no);
inline constexpr Type kPattern = of_form(Form::pattern);

// In the column of what holds without a key.
inline constexpr string_view kRequired = "required";
inline constexpr string_view kOneOfThese = "one of these";    // exactly one of the keys that say so
inline constexpr string_view kOfSomeKinds = "of some kinds";  // of a fault: those that say that they take it

struct Key {
    string_view name;
    Type type;
    string_view usual;  // what holds without it, or one of the three above
    string_view text;
    string_view example;
    string_view not_with{};   // a key that says the same in another way
    string_view only_with{};  // a key without which this one says nothing

    constexpr bool is_required() const { return usual == kRequired; }
    constexpr bool is_one_of_these() const { return usual == kOneOfThese; }
    constexpr bool is_of_some_kinds() const { return usual == kOfSomeKinds; }
};

// Where the examples of a place can stand.
enum class Scene { file, program, a_case, steps, faults, question };

// A map: which keys it may have.
struct Place {
    string_view name;   // in the schemas
    string_view title;  // in the reference
    Scene scene;
    string_view text;
    std::span<const Key> keys;
    // Beside its keys, or in their place, names that a spec chooses, and what stands behind each.
    const Type* named = nullptr;
    std::size_t fewest = 0;
    std::size_t most = 0;
    // What its names mean depends on the rest of the spec: its reader checks what stands behind them.
    bool is_read_by_hand = false;
};

// The row of that key; null when there is none.
const Key* find(const Place& place, string_view key);
// The keys that tell this place from the others that may stand there: its first, or each of those of which it
// has one.
std::vector<string_view> telling_keys(const Place& place);

}  // namespace sockgrade::language
