// An exercise's spec, as its YAML says it: typed and validated, nothing chosen yet.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/address.hh"
#include "model/fault.hh"
#include "model/level.hh"
#include "model/question.hh"
#include "model/step.hh"
#include "model/value.hh"

namespace sockgrade::model {

enum class Role {
    server,
    client,
    sender,
    receiver,
    peer,  // listens and dials
    tool   // has nobody to talk to
};

// A client or a sender: it dials its peer, or sends to it first.
constexpr bool speaks_first(Role role) { return role == Role::client || role == Role::sender; }

// A server or a receiver: it is met where it listens, and dials nobody.
constexpr bool only_listens(Role role) { return role == Role::server || role == Role::receiver; }

// any: the program is followed wherever it binds or dials, as long as the address is its own.
// given: the address that it was given, or it fails.
// given_host: the host that it was given, or it fails; the port may be one of its own.
enum class AddressRule { any, given, given_host };

std::string to_string(Role role);

struct ProgramSpec {
    Role role = Role::server;
    Transport transport = Transport::tcp;
    std::vector<std::string> arguments;  // with {host} {port} {message} {file}
    std::vector<std::vector<std::string>>
        otherwise;  // other forms, tried when it does not use what it was given
    AddressRule address = AddressRule::any;
    std::optional<Message> message;  // what {message} stands for, and what is typed when the program asks
    // UDP: how often at least it sends a message again, when no answer comes, before it may give up.
    std::size_t retries = 0;
    // Peers that it calls though it is a program that is called: such as the servers behind a proxy.
    std::vector<std::string> calls{};
};

inline bool calls(const ProgramSpec& program, const std::string& peer) {
    return speaks_first(program.role) ||
           std::find(program.calls.begin(), program.calls.end(), peer) != program.calls.end();
}

struct PortsSpec {
    std::size_t count = 0;      // in a row; 0: none
    std::size_t listening = 0;  // so many of them, the first and the last among these

    friend bool operator==(const PortsSpec&, const PortsSpec&) = default;
};

// A file that lies in the program's folder before it starts.
struct FileGiven {
    std::string path;  // below its folder
    Message content;

    friend bool operator==(const FileGiven&, const FileGiven&) = default;
};

struct CaseSpec {
    std::string id;
    std::string title;
    std::string section;  // where the handout asks for it
    Level level = Level::must;
    int points = 1;
    bool is_hidden = false;  // students are told how it went, not what it does
    std::string needs;       // id of a case without which this one is skipped
    std::map<std::string, std::vector<std::string>>
        vary;                        // name -> values; the case runs once for each value
    std::optional<Message> message;  // instead of the program's
    bool names_message = false;      // {message} stands in its steps
    bool on_another_host = false;    // {host} is the address of another computer, not of loopback
    PortsSpec ports{};               // a range of ports for the program to look through
    // The machine's interfaces beside loopback: how many IPv4 addresses each of them has.
    std::vector<std::size_t> interfaces{};
    std::vector<FaultRule> faults;
    std::vector<Step> steps;
    std::vector<ValueRule> values{};  // of the whole spec, and then its own: each may use those before it
    std::vector<FileGiven> files{};   // in the program's folder, of the whole spec and its own
    std::string hint;                 // shown when the case fails, after the diagnoses
    int line = 0;
};

struct Spec {
    std::string file;  // as it was named when it was loaded
    std::string exercise;
    std::string title;
    std::string handout;  // paths: relative to the spec's folder
    std::string proof;    // folder with the programs that it must accept, forgive and reject
    ProgramSpec program;
    std::vector<CaseSpec> cases;
    std::vector<Question> questions{};  // beside the program
    // Two programs that talk to each other (model/pair.hh): the specs of the one that dials and of the one
    // that listens. `program` is the first one's then, and actors are the two roles. Else empty.
    std::vector<Spec> halves{};

    bool is_pair() const { return !halves.empty(); }
};

}  // namespace sockgrade::model
