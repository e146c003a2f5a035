#include "wording/statement.hh"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "wording/percentage.hh"

namespace sockgrade::wording {

namespace {

constexpr std::size_t kMostTries = 10'000;  // of hostile output the rest is not looked at
constexpr std::size_t kMostLines = 12;      // of what is said of one thing
constexpr std::array kNumbersNames = {Meaning::source, Meaning::destination, Meaning::length};

// The lines of an output, and in each the names of numbers and the numbers.
class Lines {
  public:
    explicit Lines(const Tokens& tokens) : tokens_(tokens) {
        for (std::size_t i = 0; i < tokens.size(); ++i)
            if (i == 0 || tokens[i].line != tokens[i - 1].line) begins_[tokens[i].line] = i;
    }

    std::size_t begin(std::size_t line) const {
        const auto found = begins_.lower_bound(line);
        return found == begins_.end() ? tokens_.size() : found->second;
    }
    std::size_t end(std::size_t line) const { return begin(line + 1); }

    std::optional<Meaning> name_at(std::size_t i) const {
        if (tokens_[i].kind != Token::Kind::word) return std::nullopt;
        for (const Meaning name : kNumbersNames)
            if (means(tokens_[i].text, name)) return name;
        return std::nullopt;
    }
    bool is_number(std::size_t i) const { return tokens_[i].kind == Token::Kind::number; }

    // The name of the number at `i`, in its line: before it, or behind it where that is the line's habit.
    std::optional<Meaning> name_of(std::size_t i) const {
        const std::size_t line = tokens_[i].line;
        if (!is_named_behind(line))
            if (const auto name = name_before(i)) return name;
        return name_behind(i);
    }

    // "source, destination, length: 12345, 53, 20", or the head of a table: names without numbers among them.
    std::vector<Meaning> head_of(std::size_t from, std::size_t to) const {
        std::vector<Meaning> names;
        for (std::size_t i = from; i < to; ++i) {
            if (is_number(i)) return {};
            const auto name = name_at(i);
            if (name && std::find(names.begin(), names.end(), *name) == names.end()) names.push_back(*name);
        }
        return names;
    }
    // The nearest head above a line, or at its beginning.
    std::vector<Meaning> head_above(std::size_t line) const {
        const std::size_t first = begin(line);
        std::size_t number = first;
        while (number < end(line) && !is_number(number)) ++number;
        if (auto names = head_of(first, number); names.size() > 1) return names;
        for (std::size_t above = line; above > 0; --above)
            if (auto names = head_of(begin(above - 1), end(above - 1)); names.size() > 1) return names;
        return {};
    }

  private:
    // "12345 source, 53 destination".
    bool is_named_behind(std::size_t line) const {
        std::size_t numbers = 0;
        std::size_t names = 0;
        bool begins_with_number = false;
        bool ends_with_name = false;
        for (std::size_t i = begin(line); i < end(line); ++i) {
            const bool name = name_at(i).has_value();
            if (!name && !is_number(i)) continue;
            if (names + numbers == 0) begins_with_number = !name;
            ends_with_name = name;
            ++(name ? names : numbers);
        }
        return begins_with_number && ends_with_name && names > 0;
    }

    // Other words, signs, addresses and hexadecimal forms may stand between them, but no number.
    std::optional<Meaning> name_before(std::size_t i) const {
        std::size_t words = 0;
        constexpr std::size_t kMostWords = 4;
        for (std::size_t at = i; at > begin(tokens_[i].line); --at) {
            const std::size_t here = at - 1;
            const bool is_word = tokens_[here].kind == Token::Kind::word;
            // "checksum 20" is the number of no port, "checksum ok: 12345" leaves that open.
            if (is_word && means(tokens_[here].text, Meaning::checksum))
                return words == 0 ? std::optional(Meaning::checksum) : std::nullopt;
            if (is_number(here)) return std::nullopt;
            if (const auto name = name_at(here))
                return is_one_of_a_list(here) ? std::nullopt : std::optional(with_what(*name, here));
            if (is_word && ++words > kMostWords) return std::nullopt;
        }
        return std::nullopt;
    }
    // "data length" is another one.
    Meaning with_what(Meaning name, std::size_t at) const {
        if (name != Meaning::length) return name;
        for (std::size_t i = at > 0 ? at - 1 : 0; i <= at + 2 && i < tokens_.size(); ++i)
            if (i != at && tokens_[i].line == tokens_[at].line && tokens_[i].kind == Token::Kind::word &&
                means(tokens_[i].text, Meaning::payload))
                return Meaning::payload;
        return name;
    }
    bool is_one_of_a_list(std::size_t at) const {
        for (std::size_t i = at; i > begin(tokens_[at].line); --i) {
            if (is_number(i - 1)) return false;
            const auto name = name_at(i - 1);
            if (name && *name != name_at(at)) return true;
        }
        return false;
    }
    std::optional<Meaning> name_behind(std::size_t i) const {
        constexpr std::size_t kNear = 5;
        for (std::size_t at = i + 1; at < std::min(end(tokens_[i].line), i + kNear); ++at) {
            if (is_number(at) || is_sign(tokens_[at], ",") || is_sign(tokens_[at], ";")) return std::nullopt;
            const auto name = name_at(at);
            if (!name) continue;
            const bool has_its_own = at + 1 < end(tokens_[i].line) && precedes_a_number(at + 1);
            return has_its_own ? std::nullopt : std::optional(with_what(*name, at));
        }
        return std::nullopt;
    }
    // As the name of the number that follows: "12345 -> to 53".
    bool precedes_a_number(std::size_t at) const {
        for (std::size_t i = at; i < end(tokens_[at].line); ++i) {
            if (is_number(i)) return true;
            if (is_sign(tokens_[i], ",") || is_sign(tokens_[i], ")") || name_at(i)) return false;
        }
        return false;
    }

    const Tokens& tokens_;
    std::map<std::size_t, std::size_t> begins_;  // of a line: its first token
};

// 12,345 is one number, or two.
bool is_value(const Tokens& tokens, std::size_t i, double value) {
    if (tokens[i].kind != Token::Kind::number) return false;
    if (tokens[i].value == value) return tokens[i].is_whole() || std::floor(value) != value;
    constexpr double kThousand = 1000;
    constexpr double kMost = 1e15;
    if (!(value >= kThousand && value <= kMost)) return false;
    const auto whole = static_cast<std::size_t>(value);
    const std::string above = std::to_string(whole / 1000);
    const std::string below = std::to_string(whole % 1000 + 1000).substr(1);
    if (tokens[i].text == above + "." + below) return true;
    for (const char* sign : {",", "'", "_", "\xe2\x80\xaf", "\xe2\x80\x99", "\xc2\xa0"})
        if (i + 2 < tokens.size() && tokens[i].text == above && tokens[i + 1].text == sign &&
            tokens[i + 2].text == below)
            return true;
    return i + 1 < tokens.size() && tokens[i].text == above && tokens[i + 1].text == below &&
           tokens[i + 1].line == tokens[i].line;
}

// One record: numbers, and what is said of it.
class Record {
  public:
    Record(const std::vector<Fact>& facts, const Tokens& tokens) : tokens_(tokens), lines_(tokens) {
        for (const Fact& fact : facts) {
            if (fact.number)
                numbers_.push_back(fact);
            else
                verdict_ = fact;
        }
    }

    bool is_said() {
        for (std::size_t i = 0; i < tokens_.size(); ++i)
            if (is_value(tokens_, i, *numbers_.front().number)) {
                places_ = {i};
                if (place_the_rest()) return true;
            }
        return false;
    }

  private:
    bool place_the_rest() {
        if (places_.size() == numbers_.size()) return fits();
        const std::size_t line = tokens_[places_.front()].line;
        const std::size_t from = lines_.begin(line > kMostLines ? line - kMostLines : 0);
        const std::size_t to = lines_.end(line + kMostLines);
        for (std::size_t i = from; i < to && tries_ < kMostTries; ++i) {
            if (!is_value(tokens_, i, *numbers_[places_.size()].number)) continue;
            ++tries_;
            if (std::find(places_.begin(), places_.end(), i) != places_.end()) continue;
            places_.push_back(i);
            if (place_the_rest()) return true;
            places_.pop_back();
        }
        return false;
    }

    bool fits() const {
        std::size_t named = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const auto name = lines_.name_of(places_[i]);
            // "Message length: 20" means the right one, if it is 20.
            const bool is_other = name && *name != numbers_[i].name && *name != Meaning::payload;
            if (is_other) return false;
            named += name ? 1U : 0U;
        }
        if (named < places_.size() && !are_in_order(named)) return false;
        if (has_others_between(named == places_.size())) return false;
        return verdict_.word == Word::nothing || verdict_.word == heard();
    }

    // That of the sentence, or that of the head of the table in which they stand.
    bool are_in_order(std::size_t named) const {
        std::vector<Meaning> order;
        const std::size_t line = tokens_[places_.front()].line;
        if (named == 0 && line == tokens_[places_.back()].line) order = lines_.head_above(line);
        std::vector<Meaning> due;
        for (const Fact& fact : numbers_) due.push_back(fact.name);
        const bool is_table = std::is_permutation(due.begin(), due.end(), order.begin(), order.end());
        std::vector<std::pair<std::size_t, Meaning>> got;
        for (std::size_t i = 0; i < places_.size(); ++i) got.emplace_back(places_[i], numbers_[i].name);
        std::sort(got.begin(), got.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        const std::vector<Meaning>& wanted = is_table ? order : due;
        return std::equal(got.begin(), got.end(), wanted.begin(),
                          [](const auto& one, Meaning name) { return one.second == name; });
    }

    std::size_t first() const { return *std::min_element(places_.begin(), places_.end()); }
    std::size_t last() const { return *std::max_element(places_.begin(), places_.end()); }

    // Of numbers without names nobody could say which are meant. Those with a name belong to one datagram
    // where no second source, destination or length stands among them.
    bool has_others_between(bool all_named) const {
        for (std::size_t i = first(); i < last(); ++i) {
            if (!lines_.is_number(i) || std::find(places_.begin(), places_.end(), i) != places_.end())
                continue;
            const bool belongs_to_one = std::any_of(places_.begin(), places_.end(), [&](std::size_t place) {
                return place < i && i <= place + 2 && !is_value_alone(place);
            });
            if (belongs_to_one) continue;
            const auto name = lines_.name_of(i);
            const bool is_second = name && *name != Meaning::payload;
            if (!all_named || is_second) return true;
        }
        return false;
    }
    // 12345, and not the 12 of 12,345.
    bool is_value_alone(std::size_t place) const {
        return std::any_of(numbers_.begin(), numbers_.end(),
                           [&](const Fact& fact) { return fact.number == tokens_[place].value; });
    }

    // Of the lines of the numbers, and of those behind them up to the next record.
    Word heard() const {
        const std::size_t line = tokens_[last()].line;
        const bool one_line = line == tokens_[first()].line;
        const std::size_t from = one_line ? lines_.begin(line) : first();
        const Word said = heard_in(from, lines_.end(line));
        if (said != Word::nothing) return said;
        constexpr std::size_t kBehind = 4;
        std::size_t end = lines_.end(line);
        for (std::size_t next = line + 1; next <= line + kBehind && !begins_a_record(next); ++next)
            end = lines_.end(next);
        return heard_in(from, end);
    }
    bool begins_a_record(std::size_t line) const {
        std::size_t numbers = 0;
        for (std::size_t i = lines_.begin(line); i < lines_.end(line); ++i) {
            if (lines_.name_at(i) && lines_.name_at(i) != Meaning::length && !is_about(i)) return true;
            if (tokens_[i].kind == Token::Kind::number && tokens_[i].is_whole()) ++numbers;
        }
        return numbers > 1;
    }
    bool is_about(std::size_t i) const {
        return tokens_[i].kind == Token::Kind::word && means(tokens_[i].text, verdict_.name);
    }

    // What is said about it stands behind its name, or just before that.
    Word heard_in(std::size_t from, std::size_t to) const {
        std::size_t about = from;
        while (about < to && !is_about(about)) ++about;
        std::size_t begin = from;
        if (about < to) {
            constexpr std::size_t kBefore = 3;
            begin = about;
            while (begin > from && about - begin < kBefore && belongs_before(begin - 1)) --begin;
        }
        std::size_t end = to;
        if (about < to && said_in({&tokens_[begin], lines_.end(tokens_[about].line) - begin},
                                  about - begin) != Word::nothing)
            end = lines_.end(tokens_[about].line);
        const Word word = said_in({tokens_.data() + begin, end - begin}, about - begin);
        if (word != Word::nothing || begin == from) return word;
        return said_in({tokens_.data() + from, end - from}, about - from);
    }
    bool belongs_before(std::size_t i) const {
        return tokens_[i].kind == Token::Kind::word ||
               (tokens_[i].kind == Token::Kind::sign && tokens_[i].text != "," && tokens_[i].text != ";" &&
                tokens_[i].text != "|" && tokens_[i].text != ":");
    }

    const Tokens& tokens_;
    Lines lines_;
    std::vector<Fact> numbers_;
    Fact verdict_;
    std::vector<std::size_t> places_;
    std::size_t tries_ = 0;
};

}  // namespace

std::vector<Fact> facts_of(std::string_view sentence) {
    std::vector<Fact> facts;
    bool is_named = false;
    Meaning name{};
    Tokens tokens = tokens_of(sentence);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        Meaning meaning{};
        if (is_sign(token, ",")) continue;
        if (token.kind == Token::Kind::word && !is_named && meaning_named(token.text, meaning)) {
            name = meaning;
            is_named = true;
            continue;
        }
        Fact fact;
        fact.is_percentage = i + 1 < tokens.size() && tokens[i + 1].kind == Token::Kind::percent;
        if (token.kind == Token::Kind::number) fact.number = token.value;
        if (token.kind == Token::Kind::word && meaning_named(token.text, meaning))
            fact.word = meaning == Meaning::ok       ? Word::ok
                        : meaning == Meaning::wrong  ? Word::wrong
                        : meaning == Meaning::absent ? Word::absent
                                                     : Word::nothing;
        if (!is_named || (!fact.number && fact.word == Word::nothing)) return {};
        fact.name = name;
        facts.push_back(fact);
        is_named = false;
        if (fact.is_percentage) ++i;
    }
    if (is_named) return {};
    return facts;
}

bool says(std::string_view sentence, std::string_view output) {
    const std::vector<Fact> facts = facts_of(sentence);
    constexpr std::size_t kMostRead = std::size_t{1} << 20;
    const Tokens tokens = tokens_of(output.substr(0, kMostRead));
    if (facts.empty()) return false;
    if (facts.front().is_percentage)
        return says_percentage(facts.front().name, *facts.front().number, tokens);
    return facts.front().number && Record(facts, tokens).is_said();
}

}  // namespace sockgrade::wording
