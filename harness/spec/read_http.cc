#include "spec/read_http.hh"

#include <fmt/format.h>

#include <algorithm>

#include "spec/check.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostHeaders = 20;

bool is_header_name(const std::string& name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

model::Wanted read_part(const Section& section, const MessageRules& rules) {
    std::set<std::string> captured;
    model::Wanted wanted = read_wanted(section, rules, captured);
    for (const std::string& name : captured)
        section.problem(
            fmt::format("'{}' can't be captured of a part of a response; an expectation that is nothing but "
                        "a 'like' captures",
                        name));
    return wanted;
}

}  // namespace

model::HttpWanted read_http(const Section& section, const MessageRules& rules) {
    model::HttpWanted wanted;
    section.read("status", wanted.status);
    if (const auto headers = section.find("headers")) {
        const std::vector<Section> entries = headers->is_map() ? headers->entries() : std::vector<Section>{};
        if (entries.empty() || entries.size() > kMostHeaders)
            headers->problem(fmt::format("expected 1 to {} headers, such as '{{ Content-Type: text/html }}'",
                                         kMostHeaders));
        for (const Section& entry : entries) {
            if (!is_header_name(entry.key()))
                entry.key_problem("a header's name has letters, digits and dashes, such as Content-Type");
            check(entry);
            wanted.headers.push_back({entry.key(), read_part(entry, rules)});
        }
    }
    if (const auto body = section.find("body")) {
        wanted.is_bodiless = body->is_word("none");
        if (!wanted.is_bodiless) wanted.body = read_part(*body, rules);
    }
    return wanted;
}

}  // namespace sockgrade::spec
