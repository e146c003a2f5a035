#include "capitals.hh"

std::string to_capitals(const std::string& text)
{
    std::string result;
    for (char c : text)
        result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return result;
}
