// A kind of check: one requirement of one step, judged against the transcript. Pure.
#pragma once

#include <set>
#include <string_view>

#include "checks/reading.hh"
#include "model/result.hh"

namespace sockgrade::checks {

// Everything a check may look at. The step has begun; whether it ended well is for the check to say.
struct Question {
    const Reading& reading;
    const model::Step& step;
    StepReading at;

    // What findings call the program: "program", or the role that it has in a pair.
    const std::string& program() const { return reading.program(); }
};

// Each in a file of its name.
model::Finding replies_in_capitals(const Question& question, const model::Expect& expect);
model::Finding answers_each(const Question& question, const model::Expect& expect);
model::Finding sends_all(const Question& question, const model::Expect& expect);
model::Finding acknowledges(const Question& question, const model::Send& send);
model::Finding answers_what_arrives(const Question& question, const model::AnswerEach& how);
model::Finding sends_exactly(const Question& question, const model::Expect& expect);
model::Finding sends_format(const Question& question, const model::Expect& expect);
model::Finding sends_one_of(const Question& question, const model::Expect& expect);
model::Finding sends_in_any_order(const Question& question, const model::Expect& expect);
std::vector<model::Finding> answers_by_rules(const Question& question, const model::Whenever& whenever);
// Of one that awaits the answer from another port, and has got one.
model::Finding answers_from_its_port(const Question& question);
model::Finding came_in_time(const Question& question, const model::Expect& expect);
model::Finding sends_given(const Question& question);
model::Finding sends_fixed_reply(const Question& question);
model::Finding sends_http_response(const Question& question, const model::Expect& expect);
model::Finding sends_something(const Question& question);
model::Finding sends_nothing_more(const Question& question);
model::Finding sends_no_copies(const Question& question);
model::Finding closes(const Question& question);
model::Finding prints(const Question& question, const model::Prints& prints);
model::Finding prints_listening_ports(const Question& question);
model::Finding says_nothing_to_servers(const Question& question);
model::Finding prints_its_addresses(const Question& question);
model::Finding sends_what_is_typed(const Question& question, const model::Expect& expect);
model::Finding sends_typed_lines(const Question& question, const model::Expect& expect);
model::Finding wrote(const Question& question, const model::FileWanted& file);
model::Finding exits(const Question& question, const model::Exits& exits);
model::Finding keeps_running(const Question& question, const model::IsRunning& running);
model::Finding sends_no_more_than(const Question& question, const model::IsRunning& running);
model::Finding keeps_printing(const Question& question);
model::Finding listens(const Question& question);  // a peer was to connect or send
model::Finding accepts(const Question& question,
                       const model::Connect& how);  // a peer's connection came about
model::Finding dials(const Question& question);     // a peer was to accept
model::Finding tries_again(const Question& question, const model::Refuse& refuse);

// The whole case: the program used the address that it was given, or one that is its own.
model::Finding uses_its_address(const Reading& reading);

// Where the program listened, or dialled, in this case: what peers met it at.
std::optional<model::Address> address_used(const model::Transcript& transcript);
// The first bytes that it sent, of its own accord, in this case.
std::optional<std::string> first_sent(const model::Transcript& transcript);

// The ports in and around the range that a program's output reports.
std::set<std::uint16_t> reported_ports(const model::PortRange& range, std::string_view output);
// Does the IPv4 address stand in the text?
bool holds_address(std::string_view text, std::string_view address);

}  // namespace sockgrade::checks
