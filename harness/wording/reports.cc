#include "wording/reports.hh"

#include <algorithm>
#include <limits>
#include <optional>

#include "wording/tokens.hh"
#include "wording/vocabulary.hh"

namespace sockgrade::wording {

namespace {

// One that is nobody's stays one: a report that is wrong, and not none at all.
std::size_t number_of(const Token& token) {
    constexpr double kMost = 1e15;
    return token.value >= 0 && token.value <= kMost ? static_cast<std::size_t>(token.value)
                                                    : std::numeric_limits<std::size_t>::max();
}

bool is_comma(const Token& token) { return is_sign(token, ",") || is_sign(token, ";"); }

// One line's reports.
class Line {
  public:
    Line(const std::vector<std::string>& kinds, const Token* begin, const Token* end)
        : kinds_(kinds), tokens_(begin, end), used_(tokens_.size(), false) {}

    std::vector<Report> reports() {
        const bool behind = are_kinds_behind();
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::string* const kind = kind_at(i);
            if (kind == nullptr) continue;
            const auto before = number_before(i);
            const auto after = behind ? std::nullopt : number_after(i);
            if (after && (!before || after->walls <= before->walls))
                take_list(*kind, after->at);
            else if (before)
                take(*kind, before->at);
        }
        return std::move(found_);
    }

  private:
    struct Found {
        std::size_t at = 0;
        std::size_t walls = 0;  // commas between
    };

    const std::string* kind_at(std::size_t i) const {
        if (tokens_[i].kind != Token::Kind::word) return nullptr;
        const auto found = std::find(kinds_.begin(), kinds_.end(), tokens_[i].text);
        return found == kinds_.end() ? nullptr : &*found;
    }

    // "2 missing 3 late": each kind behind its number.
    bool are_kinds_behind() const {
        bool number_first = false;
        bool kind_last = false;
        std::size_t kinds = 0;
        std::size_t numbers = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const bool kind = kind_at(i) != nullptr;
            if (!kind && !tokens_[i].is_whole()) continue;
            if (kinds + numbers == 0) number_first = !kind;
            kind_last = kind;
            ++(kind ? kinds : numbers);
        }
        return number_first && kind_last;
    }

    bool may_stand_between(std::size_t i) const {
        const Token& token = tokens_[i];
        if (kind_at(i) != nullptr) return false;
        if (token.kind == Token::Kind::word)
            return means(token.text, Meaning::number) || means(token.text, Meaning::linking);
        return token.kind == Token::Kind::sign && token.text != "." && token.text != "!" && token.text != "?";
    }
    // A comma parts, unless a word says what the number behind it is: {"type": "missing", "seq": 2}.
    std::optional<Found> found(std::size_t at, std::size_t commas, std::size_t words) const {
        if (used_[at] || !tokens_[at].is_whole() || tokens_[at].value < 0 || (commas > 0 && words == 0))
            return std::nullopt;
        return Found{at, commas};
    }
    static constexpr std::size_t kMostWords = 4;

    std::optional<Found> number_after(std::size_t kind) const {
        std::size_t commas = 0;
        std::size_t words = 0;
        for (std::size_t i = kind + 1; i < tokens_.size(); ++i) {
            if (tokens_[i].kind == Token::Kind::number) return found(i, commas, words);
            if (!may_stand_between(i)) return std::nullopt;
            commas += is_comma(tokens_[i]) ? 1U : 0U;
            words += tokens_[i].kind == Token::Kind::word ? 1U : 0U;
            if (words > kMostWords || commas > 1) return std::nullopt;
        }
        return std::nullopt;
    }
    std::optional<Found> number_before(std::size_t kind) const {
        std::size_t commas = 0;
        std::size_t words = 0;
        for (std::size_t i = kind; i > 0; --i) {
            if (tokens_[i - 1].kind == Token::Kind::number) return found(i - 1, commas, words);
            if (!may_stand_between(i - 1)) return std::nullopt;
            commas += is_comma(tokens_[i - 1]) ? 1U : 0U;
            words += tokens_[i - 1].kind == Token::Kind::word ? 1U : 0U;
            if (words > kMostWords || commas > 1) return std::nullopt;
        }
        return std::nullopt;
    }

    void take(const std::string& kind, std::size_t at) {
        used_[at] = true;
        found_.push_back({kind, number_of(tokens_[at])});
    }
    bool joins(const Token& token) const {
        return is_comma(token) || token.text == "and" || is_sign(token, "&");
    }
    // "missing 2, 3" and "missing 2 3": all that follow belong to it, if nothing else does.
    void take_list(const std::string& kind, std::size_t at) {
        std::vector<std::size_t> all{at};
        std::size_t i = at + 1;
        while (i < tokens_.size()) {
            const std::size_t next = joins(tokens_[i]) ? i + 1 : i;
            if (next >= tokens_.size() || !tokens_[next].is_whole()) break;
            all.push_back(next);
            i = next + 1;
        }
        const bool is_end = std::all_of(
            tokens_.begin() + static_cast<std::ptrdiff_t>(i), tokens_.end(), [](const Token& token) {
                return token.kind != Token::Kind::word && token.kind != Token::Kind::number;
            });
        if (!is_end) all.resize(1);
        for (const std::size_t one : all) take(kind, one);
    }

    const std::vector<std::string>& kinds_;
    Tokens tokens_;
    std::vector<bool> used_;
    std::vector<Report> found_;
};

}  // namespace

std::vector<Report> reports_in(const std::vector<std::string>& kinds, std::string_view output) {
    constexpr std::size_t kMostRead = std::size_t{1} << 20;
    const Tokens tokens = tokens_of(output.substr(0, kMostRead));
    std::vector<Report> all;
    for (std::size_t begin = 0; begin < tokens.size();) {
        std::size_t end = begin;
        while (end < tokens.size() && tokens[end].line == tokens[begin].line) ++end;
        for (Report& report : Line(kinds, tokens.data() + begin, tokens.data() + end).reports())
            all.push_back(std::move(report));
        begin = end;
    }
    return all;
}

bool are_all_reports(std::vector<Report> due, std::vector<Report> got) {
    std::sort(due.begin(), due.end());
    std::sort(got.begin(), got.end());
    return due == got;
}

}  // namespace sockgrade::wording
