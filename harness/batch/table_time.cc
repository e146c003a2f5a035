#include "batch/table_time.hh"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/folded_name.hh"

namespace sockgrade::batch {

namespace {

// The beginnings of a month's names, as folded_words() has them: no two months share one.
constexpr std::array<std::array<std::string_view, 7>, 12> kMonths = {{
    {"jan", "ene", "gen", "janv"},
    {"feb", "fev"},
    {"mar"},
    {"apr", "abr", "avr"},
    {"may", "mai", "mag"},
    {"jun", "juin", "giu"},
    {"jul", "juil", "lug"},
    {"aug", "ago", "aou"},
    {"sep", "set"},
    {"oct", "okt", "ott", "out"},
    {"nov"},
    {"dec", "dez", "dic"},
}};

std::optional<int> month_of(std::string_view word) {
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        for (const std::string_view beginning : kMonths[i])
            if (!beginning.empty() && word.starts_with(beginning)) return static_cast<int>(i) + 1;
    return std::nullopt;
}

std::optional<int> number_of(std::string_view word, std::size_t least_digits, std::size_t most_digits) {
    int number = 0;
    const char* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, number);
    const bool fits = word.size() >= least_digits && word.size() <= most_digits;
    return fits && error == std::errc{} && rest == end && number >= 0 ? std::optional(number) : std::nullopt;
}

// Words between blanks and commas.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ' || c == ',' || c == '\t') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// "23:58", "11:58".
bool read_clock_word(std::string_view word, DateTime& time) {
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) return false;
    const auto hour = number_of(word.substr(0, colon), 1, 2);
    const auto minute = number_of(word.substr(colon + 1), 2, 2);
    if (!hour || !minute) return false;
    time.hour = *hour;
    time.minute = *minute;
    return true;
}

bool add_half_of_day(std::string_view word, DateTime& time) {
    constexpr int kNoon = 12;
    if (time.hour < 1 || time.hour > kNoon) return false;
    time.hour = time.hour % kNoon + (word == "pm" ? kNoon : 0);
    return true;
}

// "12.3.2026", which is read in one way only: with dots the day stands first.
bool read_dotted_day(std::string_view word, DateTime& time) {
    const std::size_t first = word.find('.');
    const std::size_t second = first == std::string_view::npos ? first : word.find('.', first + 1);
    if (second == std::string_view::npos) return false;
    const auto day = number_of(word.substr(0, first), 1, 2);
    const auto month = number_of(word.substr(first + 1, second - first - 1), 1, 2);
    const auto year = number_of(word.substr(second + 1), 4, 4);
    if (!day || !month || !year) return false;
    time.day = *day;
    time.month = *month;
    time.year = *year;
    return true;
}

struct Seen {
    bool day = false;
    bool month = false;
    bool year = false;
    bool clock = false;
    bool half = false;

    bool all() const { return day && month && year && clock; }
};

// Nothing is known of a word such as "Thursday" or "de": it is passed over as long as no number is in it.
bool read_word(const std::string& word, DateTime& time, Seen& seen) {
    const std::string_view without_dot =
        std::string_view(word).substr(0, word.size() - (word.ends_with('.') ? 1U : 0U));
    if (!seen.clock && read_clock_word(word, time)) return seen.clock = true;
    if (!seen.day && !seen.month && !seen.year && read_dotted_day(word, time))
        return seen.day = seen.month = seen.year = true;
    if (const auto day = number_of(without_dot, 1, 2); day && !seen.day) {
        time.day = *day;
        return seen.day = true;
    }
    if (const auto year = number_of(word, 4, 4); year && !seen.year) {
        time.year = *year;
        return seen.year = true;
    }
    const std::string letters = folded_letters(word, Spelling::plain);
    if (letters == "am" || letters == "pm") {
        if (!seen.clock || seen.half || !add_half_of_day(letters, time)) return false;
        return seen.half = true;
    }
    // "martes, 12 de mayo": the day of the week may look like a month, and stands before it.
    if (const auto month = month_of(letters)) {
        time.month = *month;
        return seen.month = true;
    }
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<DateTime> table_time(std::string_view text) {
    if (const auto time = read_date_time(text)) return time;
    constexpr std::size_t kLongest = 100;
    if (text.size() > kLongest) return std::nullopt;
    DateTime time;
    Seen seen;
    for (const std::string& word : words_of(text))
        if (!read_word(word, time, seen)) return std::nullopt;
    return seen.all() && is_real(time) ? std::optional(time) : std::nullopt;
}

}  // namespace sockgrade::batch
