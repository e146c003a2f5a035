#include "telling/number.hh"

#include <array>

namespace sockgrade::telling {

std::string ordinal(std::size_t number) {
    const std::size_t tens = number % 100;
    const char* ending = "th";
    if (tens < 11 || tens > 13) {
        if (number % 10 == 1) ending = "st";
        if (number % 10 == 2) ending = "nd";
        if (number % 10 == 3) ending = "rd";
    }
    return std::to_string(number) + ending;
}

std::string ordinal_in_words(std::size_t number) {
    static constexpr std::array kWords = {"no", "first", "second", "third", "fourth", "fifth"};
    return number < kWords.size() ? kWords.at(number) : ordinal(number);
}

}  // namespace sockgrade::telling
