#include "wording/judgement_in_words.hh"

#include <vector>

#include "wording/vocabulary.hh"

namespace sockgrade::wording {

namespace {

class Hearing {
  public:
    explicit Hearing(std::span<const Token> tokens) : tokens_(tokens), used_(tokens.size(), false) {}

    Word verdict(std::size_t about) {
        if (is_absent(about)) absent_ = true;
        for (std::size_t i = 0; i < tokens_.size(); ++i) hear(i);
        for (std::size_t i = 0; i < tokens_.size(); ++i) hear_answer(i);
        if (assertion_ == Word::contradiction) return assertion_;
        if (absent_ && assertion_ != Word::wrong) return Word::absent;
        if (assertion_ == Word::nothing && !is_answered_ && is_zero()) return Word::absent;
        if (assertion_ == Word::nothing)
            return !is_answered_ ? Word::nothing : answer_ ? Word::ok : Word::wrong;
        return (!is_answered_ || answer_) ? assertion_ : opposite(assertion_);
    }

  private:
    bool is(std::size_t i, Meaning meaning) const {
        if (i >= tokens_.size()) return false;
        const Token& token = tokens_[i];
        return (token.kind == Token::Kind::word || token.kind == Token::Kind::sign) &&
               means(token.text, meaning);
    }
    bool is_sign(std::size_t i, std::string_view text) const {
        return i < tokens_.size() && tokens_[i].kind == Token::Kind::sign && tokens_[i].text == text;
    }
    static Word opposite(Word word) { return word == Word::ok ? Word::wrong : Word::ok; }

    // "no checksum", "not used", "none", "n/a"; but not "no checksum error".
    bool is_absent(std::size_t about) {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].text == "n" && is_sign(i + 1, "/")) return true;
            const bool negates = tokens_[i].kind == Token::Kind::word && is(i, Meaning::negation);
            const bool is_verdicts = is_verdict(i + 1) || is_verdict(i + 2);
            if (negates && is_verdicts) continue;
            const bool no_such_thing = negates && (about == i + 1 || about == i + 2);
            const bool unused = negates && (is(i + 1, Meaning::in_use) || is(i + 2, Meaning::in_use));
            if (!no_such_thing && !unused && !is(i, Meaning::absent)) continue;
            used_[i] = true;
            return true;
        }
        return false;
    }
    bool is_verdict(std::size_t i) const { return is(i, Meaning::ok) || is(i, Meaning::wrong); }

    // "not ok", "is not at all correct", "stimmt nicht"; "0 errors".
    bool is_negated(std::size_t i) {
        constexpr std::size_t kNear = 3;
        bool negated = false;
        for (std::size_t before = i; before > 0 && before + kNear > i; --before) {
            if (tokens_[before - 1].kind == Token::Kind::line_end || is_sign(before - 1, ",")) break;
            // In "valid: no" it is an answer.
            if (is_sign(before - 1, ":") || is_sign(before - 1, "=")) break;
            if (used_[before - 1] || !is(before - 1, Meaning::negation)) continue;
            if (is_sign(before - 1, "!") && !(before == i && tokens_[i].touches)) continue;
            used_[before - 1] = true;
            negated = !negated;
        }
        const bool follows =
            i + 1 < tokens_.size() && (tokens_[i + 1].text == "nicht" || tokens_[i + 1].text == "pas");
        if (follows && !used_[i + 1]) {
            used_[i + 1] = true;
            negated = !negated;
        }
        const bool none_of_it = i > 0 && tokens_[i - 1].is_whole() && tokens_[i - 1].value == 0;
        return negated != (none_of_it && is(i, Meaning::wrong));
    }

    // "wrong, correct is 0x1234": there it says what it should have been.
    bool names_a_number(std::size_t i) const {
        if (tokens_[i].text.starts_with("ok")) return false;
        for (std::size_t next = i + 1; next < tokens_.size(); ++next) {
            const Token& token = tokens_[next];
            if (token.kind == Token::Kind::hex) return true;
            if (token.kind == Token::Kind::number) return token.value > 1;
            const bool leads_there = token.text == "would" || token.text == "should" ||
                                     token.text == "value" || is(next, Meaning::checksum) ||
                                     is(next, Meaning::linking) || is_sign(next, ":") || is_sign(next, "=");
            if (!leads_there) return false;
        }
        return false;
    }

    void hear(std::size_t i) {
        if (used_[i] || !is_verdict(i)) return;
        Word word = is(i, Meaning::ok) ? Word::ok : Word::wrong;
        if (is_negated(i))
            word = opposite(word);
        else if (word == Word::ok && names_a_number(i))
            return;
        used_[i] = true;
        if (assertion_ == Word::nothing) assertion_ = word;
        if (assertion_ != word) assertion_ = Word::contradiction;
    }

    // Where nothing else is said.
    bool is_zero() const {
        for (const Token& token : tokens_)
            if (token.text == "zero" || token.text == "off" || token.text == "null") return true;
        return false;
    }

    // "valid: false", "ok=1", "errors: none".
    void hear_answer(std::size_t i) {
        if (is_answered_) return;
        const bool follows = i >= 2 && is_verdict(i - 2) && (is_sign(i - 1, ":") || is_sign(i - 1, "="));
        if (follows && is(i - 2, Meaning::wrong) && is(i, Meaning::absent)) answer(false);
        if (used_[i]) return;
        if (is(i, Meaning::yes)) answer(true);
        if (is(i, Meaning::no)) answer(false);
        if (follows && tokens_[i].is_whole() && tokens_[i].value <= 1) answer(tokens_[i].value == 1);
    }

    void answer(bool answer) {
        is_answered_ = true;
        answer_ = answer;
    }

    std::span<const Token> tokens_;
    std::vector<bool> used_;  // words that another one has spoken for
    Word assertion_ = Word::nothing;
    bool is_answered_ = false;
    bool answer_ = true;
    bool absent_ = false;
};

}  // namespace

Word said_in(std::span<const Token> tokens, std::size_t about) { return Hearing(tokens).verdict(about); }

}  // namespace sockgrade::wording
