#include "model/blocked.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hh"

namespace sockgrade::model {

namespace {

constexpr std::string_view kOn = "() on descriptor ";

bool is_of_a_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

std::size_t end_of_number(std::string_view text, std::size_t from) {
    return std::min(text.find_first_not_of("0123456789", from), text.size());
}

// Behind the calls of the same name on other descriptors that follow: "recv() on descriptor 4 and recv() on
// descriptor 5".
std::size_t count_those_that_follow(std::string_view text, std::string_view name, std::size_t& at) {
    std::size_t count = 1;
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view between : {std::string_view(", "), std::string_view(" and ")}) {
            const std::string next = fmt::format("{}{}{}", between, name, kOn);
            if (!text.substr(at).starts_with(next)) continue;
            const std::size_t number = at + next.size();
            if (end_of_number(text, number) == number) continue;
            at = end_of_number(text, number);
            ++count;
            found = true;
        }
    }
    return count;
}

std::string_view what_it_is(std::string_view call, Transport transport) {
    constexpr std::array kOfStreams{"read", "readv", "write", "writev"};
    if (call.starts_with("accept")) return "listening socket";
    if (transport == Transport::udp || call == "connect") return "socket";
    if (call.starts_with("recv") || call.starts_with("send") ||
        std::find(kOfStreams.begin(), kOfStreams.end(), call) != kOfStreams.end())
        return "connection";
    return "";
}

}  // namespace

std::string without_descriptors(std::string_view text, Transport transport) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            out.append(text.substr(i++, 2));
            continue;
        }
        if (text[i] == '"') quoted = !quoted;
        std::size_t name = out.size();
        while (name > 0 && is_of_a_name(out[name - 1])) --name;
        const std::string call = out.substr(name);
        const std::string_view what = what_it_is(call, transport);
        std::size_t end = i + kOn.size();
        if (quoted || what.empty() || !text.substr(i).starts_with(kOn) || end_of_number(text, end) == end) {
            out += text[i];
            continue;
        }
        end = end_of_number(text, end);
        const std::size_t count = count_those_that_follow(text, call, end);
        out += count == 1 ? fmt::format("() on the {}", what) : fmt::format("() on {} {}s", count, what);
        i = end - 1;
    }
    return out;
}

void name_descriptors(CaseResult& result, Transport transport) {
    const auto name = [&](std::string& text) { text = without_descriptors(text, transport); };
    name(result.summary);
    for (Finding& finding : result.findings) {
        name(finding.got);
        name(finding.detail);
    }
    for (Diagnosis& diagnosis : result.diagnoses) name(diagnosis.message);
}

}  // namespace sockgrade::model
