// Faults as they are said on a command line: `--drop 30%`, `--drop n=2,3,to=server`, `--delay 200ms`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/address.hh"
#include "model/fault.hh"

namespace sockgrade::by_hand {

// The server of the two programs that the link is between is "the program" of the rules; its peer is the
// client.
inline constexpr model::Direction kToServer = model::Direction::to_program;
inline constexpr model::Direction kToClient = model::Direction::from_program;

// An option for each fault of the catalog.
struct FaultOption {
    std::string name;  // drop
    std::string help;  // one line
};
std::vector<FaultOption> fault_options(model::Transport transport);

// The rules of `--KIND TEXT`: two when neither direction is named. UsageError that names the option.
//
// TEXT has words between commas. `30%` is a chance and `200ms` a time; a number is one of the datagrams, or
// one more value of the word before it, as in `seq=3,5`; `to=server` and `to=client` are directions, `all` is
// every datagram, and every other word is one that the fault has in a spec too: copy=2, after=3, until.n=7.
std::vector<model::FaultRule> rules_of(const std::string& kind, const std::string& text,
                                       model::Transport transport, const std::vector<model::Field>& fields);

// `seq={seq} `: where a datagram says its number. UsageError.
model::Field field_of(const std::string& text);

// A file with `faults:` and `fields:` as in a spec; `program` there is the server, or the client. SpecError.
std::vector<model::FaultRule> rules_of_file(const std::string& text, const std::string& file_name,
                                            bool program_is_client);

// `30% of ...`: the rule in plain words, after "the link will".
std::string in_words(const model::FaultRule& rule, model::Transport transport);

}  // namespace sockgrade::by_hand
