#include "build/pick.hh"

#include "base/text.hh"

namespace sockgrade::build {

std::optional<std::size_t> pick(const std::vector<std::string>& stems,
                                const std::vector<std::string>& preferred) {
    if (stems.size() == 1) return 0;
    const auto matches = [&](const std::string& name, bool whole) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < stems.size(); ++i) {
            const std::string stem = to_lower(stems[i]);
            if (whole ? stem == name : stem.find(name) != std::string::npos) found.push_back(i);
        }
        return found;
    };
    for (const bool whole : {true, false}) {
        for (const std::string& name : preferred) {
            if (name.empty()) continue;
            const auto found = matches(to_lower(name), whole);
            if (found.size() == 1) return found.front();
            if (found.size() > 1) return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace sockgrade::build
