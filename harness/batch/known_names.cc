#include "batch/known_names.hh"

#include <algorithm>
#include <set>

#include "base/folded_name.hh"

namespace sockgrade::batch {

namespace {

constexpr std::array kSpellings = {Spelling::exact, Spelling::plain, Spelling::spelled_out};

// "Lee, Ann" is Ann Lee.
std::string first_name_first(std::string_view name) {
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos) return std::string(name);
    return std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? std::string() : std::string(between)) + word;
    return all;
}

// Word for word; or in any order that names are written in. A last name of several words (van der Berg,
// García López) may stand in front, and Canvas takes all blanks away.
std::set<std::string> written(std::string_view name, std::size_t way) {
    std::vector<std::string> words = folded_words(first_name_first(name), kSpellings[way / 2]);
    std::set<std::string> all;
    if (way % 2 == 0) {
        all.insert(joined(words, " "));
    } else {
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::rotate(words.begin(), words.begin() + 1, words.end());
            all.insert(joined(words, ""));
        }
        std::sort(words.begin(), words.end());
        all.insert(joined(words, ""));
    }
    all.erase("");
    return all;
}

}  // namespace

KnownNames::KnownNames(const std::vector<std::string>& names) {
    for (std::size_t way = 0; way < kWays; ++way)
        for (std::size_t i = 0; i < names.size(); ++i)
            for (const std::string& one : written(names[i], way)) known_[way][one].push_back(i);
}

std::optional<std::size_t> KnownNames::find(std::string_view name) const {
    for (std::size_t way = 0; way < kWays; ++way) {
        std::set<std::size_t> found;
        for (const std::string& one : written(name, way))
            if (const auto known = known_[way].find(one); known != known_[way].end())
                found.insert(known->second.begin(), known->second.end());
        if (found.size() == 1) return *found.begin();
        if (!found.empty()) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace sockgrade::batch
