#include "capture/roles.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.hh"
#include "telling/step.hh"

namespace sockgrade::capture {

namespace {

namespace event = model::event;

bool is_unspecified(const Ip& ip) { return ip == Ip{ip.is_v6, {}}; }

// 192.0.2.0/24 and 2001:db8::/32 are for documentation, 198.18.0.0/15 is for tests.
Ip made_up(std::size_t number, bool is_v6) {
    Ip ip{is_v6, {}};
    const auto high = static_cast<std::uint8_t>(number >> 8);
    const auto low = static_cast<std::uint8_t>(number);
    if (is_v6)
        ip.bytes = {0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, high, low};
    else if (number < 255)
        ip.bytes = {192, 0, 2, low};
    else
        ip.bytes = {198, 18, high, low};
    return ip;
}

std::string harmless(const std::string& role) {
    constexpr std::size_t kMost = 60;
    std::string name = role.substr(0, kMost);
    for (char& c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-') c = '_';
    return name.empty() ? "peer" : name;
}

}  // namespace

bool has_link(const model::Plan& plan) {
    return plan.transport == model::Transport::udp && !plan.faults.empty();
}

Roles::Roles(const model::Transcript& transcript) : roles_{model::kProgram} {
    const bool link = has_link(transcript.plan);
    for (const model::Event& e : transcript.events) {
        if (const auto* opened = std::get_if<event::Opened>(&e.what)) {
            saw(opened->connection, opened->local);
            saw(model::kProgram, opened->remote);
        } else if (const auto* refused = std::get_if<event::NotOpened>(&e.what)) {
            saw(refused->connection, {});
            saw(model::kProgram, refused->remote);
        } else if (const auto* sent = std::get_if<event::Sent>(&e.what)) {
            saw(sent->connection, {});
            if (!link) saw(model::kProgram, sent->to);
        } else if (const auto* received = std::get_if<event::Received>(&e.what)) {
            saw(received->connection, {});
            if (!link) saw(model::kProgram, received->from);
        } else if (const auto* delivered = std::get_if<event::Delivered>(&e.what)) {
            if (delivered->way != event::Delivered::Way::from_stranger) continue;
            if (delivered->direction == model::Direction::to_program)
                saw(kStranger, {});
            else if (!link)
                saw(model::kProgram, delivered->from);
        }
    }
    settle();
}

void Roles::saw(const std::string& role, const model::Address& address) {
    if (std::find(roles_.begin(), roles_.end(), role) == roles_.end()) roles_.push_back(role);
    const std::optional<Ip> ip = to_ip(address.host);
    if (ip && !is_unspecified(*ip)) recorded_[{role, ip->is_v6}].insert(*ip);
}

void Roles::settle() {
    std::map<Ip, std::size_t> owners;
    for (const auto& [role, addresses] : recorded_)
        for (const Ip& ip : addresses) ++owners[ip];
    for (const bool is_v6 : {false, true}) {
        std::size_t number = 0;
        for (const std::string& role : roles_) {
            const auto found = recorded_.find({role, is_v6});
            if (found != recorded_.end() && found->second.size() == 1 &&
                owners[*found->second.begin()] == 1) {
                chosen_[{role, is_v6}] = *found->second.begin();
                continue;
            }
            Ip ip;
            do ip = made_up(++number, is_v6);
            while (owners.contains(ip));
            chosen_[{role, is_v6}] = ip;
        }
    }
}

Ip Roles::address_of(const std::string& role, bool is_v6) const {
    const auto found = chosen_.find({role, is_v6});
    return found == chosen_.end() ? made_up(254, is_v6) : found->second;
}

std::vector<std::string> Roles::explanation() const {
    std::vector<std::string> lines;
    for (const std::string& role : roles_)
        for (const bool is_v6 : {false, true}) {
            const auto found = recorded_.find({role, is_v6});
            if (found == recorded_.end() && (is_v6 || recorded_.contains({role, true}))) continue;
            const Ip ip = address_of(role, is_v6);
            std::vector<std::string> real;
            if (found != recorded_.end())
                for (const Ip& one : found->second) real.push_back(to_string(one));
            const bool kept = real.size() == 1 && real.front() == to_string(ip);
            lines.push_back(fmt::format(
                "{} is {}{}", to_string(ip), escape(telling::actor_in_words(role)),
                kept ? ", as in the run"
                : real.empty()
                    ? ", made up: its address was not recorded"
                    : fmt::format(", made up to tell it from others: in the run {}", list_of(real))));
        }
    return lines;
}

std::vector<std::pair<Ip, std::string>> Roles::names() const {
    std::vector<std::pair<Ip, std::string>> names;
    for (const std::string& role : roles_)
        for (const bool is_v6 : {false, true}) names.emplace_back(address_of(role, is_v6), harmless(role));
    return names;
}

}  // namespace sockgrade::capture
