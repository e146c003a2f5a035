#include "wording/percentage.hh"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace sockgrade::wording {

namespace {

bool is_percent(const Token& token) {
    if (token.kind == Token::Kind::percent) return true;
    return token.kind == Token::Kind::word &&
           (token.text == "percent" || token.text == "percentage" || token.text == "prozent" ||
            token.text == "pct" || token.text == "cent" || token.text == "ciento" || token.text == "cento" ||
            token.text == "percento");
}

// 20,0 is one number, too.
double value_at(const Tokens& tokens, std::size_t i) {
    if (i >= 2 && is_sign(tokens[i - 1], ",") && tokens[i].touches && tokens[i - 1].touches &&
        tokens[i - 2].is_whole() && tokens[i].is_whole())
        return std::strtod((tokens[i - 2].text + "." + tokens[i].text).c_str(), nullptr);
    return tokens[i].value;
}

// "20%", "20 per cent"; "% = 20", "(%): 20", where no number stands before the sign.
std::optional<double> percentage_at(const Tokens& tokens, std::size_t sign) {
    if (!is_percent(tokens[sign])) return std::nullopt;
    constexpr std::size_t kWords = 3;
    for (std::size_t i = sign; i > 0 && i + kWords > sign; --i) {
        const Token& before = tokens[i - 1];
        if (before.line != tokens[sign].line) break;
        if (before.kind == Token::Kind::number) return value_at(tokens, i - 1);
        if (before.text != "per" && before.text != "por" && before.text != "pour") break;
    }
    for (std::size_t i = sign + 1; i < tokens.size() && tokens[i].line == tokens[sign].line; ++i) {
        if (tokens[i].kind == Token::Kind::number) {
            const bool goes_on = i + 2 < tokens.size() && is_sign(tokens[i + 1], ",") &&
                                 tokens[i + 1].touches && tokens[i + 2].kind == Token::Kind::number &&
                                 tokens[i + 2].touches;
            return value_at(tokens, goes_on ? i + 2 : i);
        }
        if (tokens[i].kind != Token::Kind::sign && tokens[i].text != "is" &&
            !means(tokens[i].text, Meaning::loss))
            return std::nullopt;
        if (is_sign(tokens[i], ",")) return std::nullopt;
    }
    return std::nullopt;
}

// What it is a percentage of: the nearest name in its line. What a comma or a bracket parts is further away.
std::optional<Meaning> name_near(const Tokens& tokens, std::size_t sign, Meaning wanted) {
    constexpr std::size_t kWall = 4;
    constexpr std::size_t kFar = 16;
    const auto look = [&](bool ahead) -> std::pair<std::size_t, std::optional<Meaning>> {
        std::size_t distance = 0;
        for (std::size_t i = sign; distance < kFar;) {
            if (ahead ? i + 1 >= tokens.size() : i == 0) break;
            i = ahead ? i + 1 : i - 1;
            const Token& token = tokens[i];
            if (token.line != tokens[sign].line) break;
            ++distance;
            if (is_sign(token, ",") || is_sign(token, ";") || is_sign(token, "|") || is_sign(token, "(") ||
                is_sign(token, ")"))
                distance += kWall;
            if (token.kind != Token::Kind::word) continue;
            if (means(token.text, wanted)) return {distance, wanted};
            if (means(token.text, Meaning::received)) return {distance, Meaning::received};
        }
        return {kFar, std::nullopt};
    };
    const auto before = look(false);
    const auto behind = look(true);
    return before.second && (!behind.second || before.first <= behind.first) ? before.second : behind.second;
}

}  // namespace

bool says_percentage(Meaning name, double value, const std::vector<Token>& tokens) {
    std::optional<double> named;
    std::optional<double> nameless;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto percentage = percentage_at(tokens, i);
        if (!percentage) continue;
        const auto what = name_near(tokens, i, name);
        if (what == name) named = percentage;
        if (!what) nameless = percentage;
    }
    constexpr double kNear = 0.005;
    const std::optional<double> said = named ? named : nameless;
    return said && std::abs(*said - value) < kNear;
}

}  // namespace sockgrade::wording
