#include "plan/values.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/random.hh"
#include "names/functions.hh"
#include "plan/word_source.hh"

namespace sockgrade::plan {

namespace {

using model::NamedValue;
using model::ValueRule;

std::int64_t number_between(std::int64_t least, std::int64_t most, std::uint64_t seed) {
    const auto range = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
    RandomStream random(seed);
    const std::uint64_t more = range == UINT64_MAX ? random.next() : random.below(range + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + more);
}

// Consonants and vowels by turns: it can be said, and is hardly ever a word of any language.
std::string word_of(std::size_t size, std::uint64_t seed) {
    constexpr std::string_view kConsonants = "bcdfghjklmnpqrstvwz";
    constexpr std::string_view kVowels = "aeiou";
    RandomStream random(seed);
    std::string word;
    while (word.size() < size) {
        const std::string_view letters = word.size() % 2 == 0 ? kConsonants : kVowels;
        word += letters[random.below(letters.size())];
    }
    return word;
}

std::string another_word(std::size_t size, std::uint64_t seed, const std::vector<NamedValue>& others) {
    for (std::uint64_t i = 0;; ++i) {
        std::string word = word_of(size, mix({seed, i}));
        if (std::none_of(others.begin(), others.end(),
                         [&](const NamedValue& one) { return one.text == word; }))
            return word;
    }
}

std::string bytes_of(std::size_t size, std::uint64_t seed) {
    RandomStream random(seed);
    std::string bytes;
    bytes.reserve(size + sizeof(std::uint64_t));
    while (bytes.size() < size) {
        std::uint64_t more = random.next();
        for (std::size_t i = 0; i < sizeof more; ++i, more >>= 8U) bytes += static_cast<char>(more & 0xffU);
    }
    bytes.resize(size);
    return bytes;
}

NamedValue kept(const std::string& name, const names::Value& value) {
    return {name, names::as_text(value), std::holds_alternative<std::int64_t>(value.what)};
}

class Maker {
  public:
    Maker(const std::optional<Chosen>& chosen, std::uint64_t seed) : seed_(seed) {
        if (chosen) values_.push_back(kept(chosen->name, names::number_or_text(chosen->value)));
    }

    void make(const ValueRule& rule) {
        try {
            values_.push_back(made(rule));
        } catch (const names::Mistake& mistake) {
            throw names::Mistake(fmt::format("the value '{}': {}", rule.name, mistake.what()));
        }
    }

    std::vector<NamedValue> values() && { return std::move(values_); }

  private:
    NamedValue made(const ValueRule& rule) const {
        const std::uint64_t seed = mix({seed_, hash_of("value"), hash_of(rule.name)});
        switch (rule.kind) {
            case ValueRule::Kind::number:
                return kept(rule.name, {number_between(rule.least, rule.most, seed)});
            case ValueRule::Kind::word:
                return {rule.name, another_word(rule.size, seed, values_)};
            case ValueRule::Kind::words:
                return {rule.name, words_of(rule.size, seed)};
            case ValueRule::Kind::bytes:
                return {rule.name, bytes_of(rule.size, seed)};
            case ValueRule::Kind::one_of:
                return {rule.name, rule.choices.at(RandomStream(seed).below(rule.choices.size()))};
            case ValueRule::Kind::text:
                return {rule.name, names::fill_all(rule.text, names::Mode::text, lookup())};
            case ValueRule::Kind::computed:
                return kept(rule.name, names::Expression::parse(rule.text).evaluate(lookup()));
        }
        return {};
    }

    names::Lookup lookup() const {
        return [this](const std::string& name) {
            if (auto value = value_named(values_, name)) return *std::move(value);
            throw names::Mistake(fmt::format("{} stands for nothing", name));
        };
    }

    std::uint64_t seed_;
    std::vector<NamedValue> values_;
};

}  // namespace

std::vector<NamedValue> make_values(const std::vector<ValueRule>& rules, const std::optional<Chosen>& chosen,
                                    std::uint64_t seed) {
    if (rules.empty() && !chosen) return {};
    Maker maker(chosen, seed);
    for (const ValueRule& rule : rules) maker.make(rule);
    return std::move(maker).values();
}

std::optional<names::Value> value_named(const std::vector<NamedValue>& values, const std::string& name) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const NamedValue& one) { return one.name == name; });
    if (found == values.end()) return std::nullopt;
    return found->is_number ? names::number_or_text(found->text) : names::Value{found->text};
}

}  // namespace sockgrade::plan
