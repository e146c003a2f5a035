// What diagnoses look for in a case that failed. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnoses/diagnosis.hh"
#include "runtimes/python_traceback.hh"
#include "runtimes/runtime.hh"

namespace sockgrade::diagnoses {

// A text that came, but not as it should have.
struct WrongText {
    enum class Where {
        reply,    // a server's, to what a peer sent
        message,  // a client's or sender's, of the text that it was given
        output    // printed, of what had arrived
    };
    Where where = Where::reply;
    std::string original;  // what it should have been made from
    std::string wanted;
    std::string got;  // may be empty; for output: everything that was printed after the text had arrived
    std::vector<std::size_t> evidence;
    // It should have come as it was, but for capitals. An answer that is worked out may be wrong in all ways,
    // and what looks cut or shortened says nothing about buffers.
    bool is_copy = true;
};
std::optional<WrongText> wrong_text(const Failure& failure);
std::optional<WrongText> copied_text(const Failure& failure);
// What a receiver is to print of a datagram: all of it, or what stands behind its number.
std::string text_in(const model::Plan& plan, const std::string& datagram);
// A reply has other capital and small letters than it should. The server of a pair may answer with anything
// besides: there the right answer is missing.
bool only_letters_differ(const Failure& failure, const WrongText& text);
// The same where a server under test was to reply, whatever it is that it replies, and nothing came.
std::optional<WrongText> unanswered(const Failure& failure);
// Who is meant, at the beginning of a sentence: "The client", "The peer 'shy'".
std::string named_first(const std::string& actor);
// It waits in calls that receive on a connection, and in none that waits for clients or the keyboard.
bool waits_for_more_bytes(const model::Waits& waits);

// The finding that was not met; an empty one when there is none.
const model::Finding& unmet(const Failure& failure);
// The position behind the events that the finding is about: what came later cannot have caused it.
std::size_t failed_at(const Failure& failure);

// What was expected of the program where it failed; null when that was something else.
const model::Expect* unmet_expectation(const Failure& failure);

// It was to end by its own decision, because of what its peer did (`exits: failure`), and that is what
// failed.
bool had_to_fail(const Failure& failure);

// A program may pour out millions of lines, and each is searched by itself.
inline constexpr std::size_t kMostLinesSearched = 1000;

// The first pattern that its output had to fit and does not; none: null.
const model::Prints* unmet_pattern(const Failure& failure);

// The IPv4 addresses of the machine's interfaces, where a case has some.
std::vector<std::string> addresses_of(const model::Plan& plan);

// The program waits for its peers to begin.
bool serves(const model::Plan& plan);
// Where the peer of this name is, before position `before`; the last one when it came several times.
const model::event::Opened* opened(const model::Transcript& transcript, std::string_view connection,
                                   std::size_t before);

// How the program ended by itself before `before`, and where that stands.
struct End {
    model::Termination termination;
    std::size_t position = 0;
    std::size_t number = 0;
};
std::optional<End> ended(const Failure& failure);

// What it printed between two positions; standard error with it or alone.
std::string printed(const model::Transcript& transcript, std::size_t begin, std::size_t end);
std::string errors(const Failure& failure);
// The events in which standard error was written.
std::vector<std::size_t> error_events(const Failure& failure);

// A wait for the program that it did not satisfy.
struct UnsatisfiedWait {
    model::WaitEnd how = model::WaitEnd::quiet;
    model::Waits in;
    std::size_t number = 0;
};
std::optional<UnsatisfiedWait> unsatisfied_wait(const Failure& failure);
// It waits in this call alone.
bool waits_in(const model::Waits& waits, WaitCall call);
bool receives_or_reads(const model::Wait& wait);
// What such a call waits for, with "for" or "until" before it and a space before that; empty where that is
// not known.
std::string awaited_in(const model::Waits& waits, model::Transport transport);

// What had ended before event `number`: the usual reasons of a loop that never stops.
struct WhatEnded {
    std::string when;  // ` after its input had ended`, or empty
    const char* hint;
};
WhatEnded what_ended(const model::Transcript& transcript, std::size_t number);

using runtimes::Language;
using runtimes::Traceback;
Language language(const model::Transcript& transcript);

bool contains(std::string_view text, std::string_view part);
// Without the \r, \n and NUL on either side.
std::string_view bare(std::string_view text);
// Without any space, line end or NUL.
std::string without_blanks(std::string_view text);
// How many letters (characters) UTF-8 text has.
std::size_t letters_in(std::string_view text);
// What a program said, with everything but its quotes escaped: for text that stands in no quotes of ours.
std::string readable(std::string_view text);
using runtimes::line_with;
// The cause is one of those where nothing, or not enough, came from the program.
bool came_to_nothing(model::Cause cause);

}  // namespace sockgrade::diagnoses
