#include "spec/unused_captures.hh"

#include <fmt/format.h>

#include "base/text.hh"

namespace sockgrade::spec {

namespace {

void refuse_unused(const Scope& scope, const std::string& name, const Section& section) {
    std::vector<std::string> others = scope.names();
    std::erase(others, name);
    section.problem(
        fmt::format("{} stands for nothing before this step, so it takes what comes, and nothing later "
                    "uses it; leave the field out where it is free",
                    name),
        nearest_name(name, others));
}

}  // namespace

void refuse_unused_captures(const Scope& scope) {
    for (const auto& [name, section] : scope.unused()) refuse_unused(scope, name, section);
}

void refuse_unused_captures(Scope& scope, const std::set<std::string>& names) {
    for (const std::string& name : names) {
        if (const auto found = scope.unused().find(name); found != scope.unused().end())
            refuse_unused(scope, name, found->second);
        scope.use(name);
    }
}

}  // namespace sockgrade::spec
