// A rule for something that goes wrong on the way. What each kind does stands in harness/faults.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/format.hh"

namespace sockgrade::model {

// Seen from the program: what comes to it, what comes from it.
enum class Direction { to_program, from_program };

std::string to_string(Direction direction);

// In place of a rule's kind: what a program sent to a port that its peer has left (rebind).
inline constexpr const char* kFormerPort = "former-port";

// A decimal number in a datagram, and which of its values are meant. The datagram begins with `before`, or
// has it somewhere; then come the digits, then `after`.
struct Field {
    std::string name;
    std::string before{};
    std::string after{};
    bool anywhere = false;
    std::vector<std::size_t> values{};

    friend bool operator==(const Field&, const Field&) = default;
};

// Losses in bursts, as tc-netem has them; chances in parts of a million. A plan makes a list of it, so
// nothing is drawn at run time.
struct LossChain {
    enum class Model {
        none,
        gilbert_elliott,  // good and bad times: chances are p, r, 1-h, 1-k
        four_state        // p13, p31, p32, p23, p14
    };
    Model model = Model::none;
    std::vector<std::uint32_t> chances{};
    std::size_t messages = 0;  // the list is made for the first so many distinct datagrams

    friend bool operator==(const LossChain&, const LossChain&) = default;
};

// The datagram that ends what a fault began. Without anything in it there is none.
struct Until {
    std::size_t number = 0;  // position among distinct payloads, from 1
    std::string containing{};
    std::vector<Field> fields{};
    std::optional<Formatted> formatted{};

    bool is_set() const { return number != 0 || !containing.empty() || !fields.empty() || formatted; }
    friend bool operator==(const Until&, const Until&) = default;
};

// What only some kinds take. 0 and empty: the kind's usual way.
struct FaultDetail {
    std::size_t after = 0;   // so many other datagrams have to pass
    std::size_t copies = 0;  // how often it arrives
    std::size_t bytes = 0;
    std::size_t at = 0;  // a byte's position, from 1
    std::size_t most = 0;
    std::size_t window = 0;
    std::size_t ms = 0;
    bool before = false;
    std::string text{};
    Until until{};

    friend bool operator==(const FaultDetail&, const FaultDetail&) = default;
};

struct FaultRule {
    std::string kind;  // a name in the catalog: drop, duplicate, reorder
    Direction direction = Direction::to_program;
    std::vector<std::size_t>
        numbers;  // 1-based positions of distinct payloads in this direction; empty: all that match
    std::string containing;              // only datagrams that contain this text
    std::size_t times = 1;               // how many copies of one payload are hit: the first `times`
    unsigned percent = 100;              // chance for each, drawn from the seed, payload and occurrence
    std::vector<std::size_t> copies{};   // which copies, instead of `times`
    std::vector<std::size_t> indices{};  // 1-based positions among all that arrive, copies too
    std::vector<Field> fields{};         // all of them have to fit; a copy is then one with these values
    LossChain chain{};                   // in a plan it has become `numbers`
    FaultDetail detail{};
    // Only datagrams that are such a message. Where it says something, a copy is one that says the same.
    std::optional<Formatted> formatted{};

    friend bool operator==(const FaultRule&, const FaultRule&) = default;
};

}  // namespace sockgrade::model
