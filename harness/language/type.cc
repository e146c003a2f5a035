#include "language/type.hh"

#include <algorithm>

namespace sockgrade::language {

const Key* find(const Place& place, string_view key) {
    const auto found =
        std::find_if(place.keys.begin(), place.keys.end(), [&](const Key& row) { return row.name == key; });
    return found == place.keys.end() ? nullptr : &*found;
}

std::vector<string_view> telling_keys(const Place& place) {
    std::vector<string_view> keys;
    for (const Key& key : place.keys)
        if (key.is_one_of_these() || (key.is_required() && keys.empty())) keys.push_back(key.name);
    return keys;
}

}  // namespace sockgrade::language
