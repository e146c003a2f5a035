#include "spec/scope.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"

namespace sockgrade::spec {

const KnownName* Scope::find(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : &found->second;
}

std::vector<std::string> Scope::names() const {
    std::vector<std::string> names;
    for (const auto& [name, values] : vary_) names.push_back(name);
    for (const auto& [name, known] : names_) names.push_back(name);
    return names;
}

bool Scope::is_place_of_actor(const std::string& name) const {
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos || !actors_.contains(name.substr(0, dot))) return false;
    const std::string what = name.substr(dot + 1);
    return what == "port" || what == "host";
}

std::vector<std::string> Scope::places_of_actors() const {
    std::vector<std::string> places;
    for (const std::string& actor : actors_)
        for (const char* what : {".port", ".host"}) places.push_back(actor + what);
    return places;
}

bool Scope::is_known(const std::string& name) const {
    return vary_.contains(name) || names_.contains(name) || (is_place_of_actor(name) && !is_in_rules_);
}

void Scope::refuse(const Section& section, const std::string& name) const {
    if (is_in_rules_ && is_place_of_actor(name))
        return section.problem(
            fmt::format("rules do not know {}; a name of `remembers` may begin as \"{{{}}}\"", name, name));
    if (const auto rule = rules_.find(name); rule != rules_.end())
        return section.problem(fmt::format(
            "{} is known in the rule of line {} alone; a name of `remembers` keeps what `now` gives to it",
            name, rule->second));
    if (const auto later = later_.find(name); later != later_.end())
        return section.problem(fmt::format(
            "{} is captured only in line {}: nobody knows yet what it stands for", name, later->second));
    std::vector<std::string> known = names();
    for (const std::string& place : places_of_actors()) known.push_back(place);
    if (known.empty())
        return section.problem(fmt::format("{} stands for nothing here; `values` gives names", name));
    section.problem(fmt::format("{} stands for nothing here; expected {}", name, list_of(known, "or")),
                    nearest_name(name, known));
}

std::set<std::string> Scope::drawn_in(const std::string& name) const {
    const KnownName* const known = find(name);
    return known == nullptr ? std::set<std::string>{} : known->drawn;
}

void Scope::tell(const std::string& name) {
    for (const std::string& drawn : drawn_in(name)) told_.insert(drawn);
}

std::vector<std::string> Scope::untold(const std::string& name) const {
    std::vector<std::string> untold;
    for (const std::string& drawn : drawn_in(name))
        if (!told_.contains(drawn)) untold.push_back(drawn);
    return untold;
}

bool is_value_name(const std::string& name) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_inside = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
    const std::vector<std::string>& taken = reserved_names();
    return !name.empty() && name.size() <= 40 && is_letter(name.front()) &&
           std::all_of(name.begin(), name.end(), is_inside) && name != "or" && name != "and" &&
           name != "not" && std::find(taken.begin(), taken.end(), name) == taken.end();
}

const std::vector<std::string>& reserved_names() {
    static const std::vector<std::string> kReserved{"word", "pangram",  "n",     "i",    "line",    "host",
                                                    "port", "own_port", "first", "last", "message", "file"};
    return kReserved;
}

}  // namespace sockgrade::spec
