#include "spec/read_peers.hh"

#include <fmt/format.h>

#include "language/language.hh"
#include "model/step.hh"
#include "spec/check.hh"
#include "spec/context.hh"

namespace sockgrade::spec {

std::vector<std::string> read_peers(const Section& map) {
    const std::vector<Section> entries = map.is_map() ? map.entries() : std::vector<Section>{};
    if (entries.empty() || entries.size() > language::kMostCalledPeers)
        map.problem(
            fmt::format("expected 1 to {} names and how each listens, such as '{{ origin: {{ listens: "
                        "tcp }} }}'",
                        language::kMostCalledPeers));
    std::vector<std::string> names;
    for (const Section& entry : entries) {
        check(entry);
        if (entry.key() == model::kProgram)
            entry.key_problem("this is the student's program; give the peer another name");
        else if (!is_name(entry.key()))
            entry.key_problem(
                "an actor's name has lower-case letters, digits and dashes, and begins with a letter");
        else
            names.push_back(entry.key());
    }
    return names;
}

void check_peers(const Section& map, const model::ProgramSpec& program) {
    if (program.role == model::Role::server && program.transport == model::Transport::tcp) return;
    if (speaks_first(program.role))
        return map.key_problem(
            fmt::format("a {} program calls anyway: each of its peers listens", to_string(program.role)));
    map.key_problem("only a 'server' that uses tcp may call other servers");
}

std::vector<std::string> places_of_peers(const std::vector<std::string>& peers) {
    std::vector<std::string> places;
    for (const std::string& peer : peers)
        for (const char* what : {".host", ".port"}) places.push_back(peer + what);
    return places;
}

void know_peers(const std::vector<std::string>& peers, Scope& scope) {
    for (const std::string& place : places_of_peers(peers)) scope.add(place, {});
}

}  // namespace sockgrade::spec
