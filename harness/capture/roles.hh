// Which address each role has in a capture. In a run program and peers often share one, 127.0.0.1, and
// Wireshark's flow graph has a column an address: so a role keeps its recorded address only where it has
// exactly one and nobody else has it. Otherwise it gets one of those reserved for documentation.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "capture/packet.hh"
#include "model/transcript.hh"

namespace sockgrade::capture {

// A UDP case with faults runs through a link; addresses of the link stand for the program then.
bool has_link(const model::Plan& plan);

// The role of whoever sends what no peer of the case has sent.
inline constexpr const char* kStranger = "a stranger";

class Roles {
  public:
    explicit Roles(const model::Transcript& transcript);

    Ip address_of(const std::string& role, bool is_v6) const;

    // One sentence a role and address.
    std::vector<std::string> explanation() const;
    // Made of letters, digits, - and _.
    std::vector<std::pair<Ip, std::string>> names() const;

  private:
    void saw(const std::string& role, const model::Address& address);
    void settle();

    std::vector<std::string> roles_;  // in the order of their appearance, the program first
    std::map<std::pair<std::string, bool>, std::set<Ip>> recorded_;
    std::map<std::pair<std::string, bool>, Ip> chosen_;
};

}  // namespace sockgrade::capture
