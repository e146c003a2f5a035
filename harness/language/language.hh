// The tables: what each file may say, from the top down. A new word is a row in one of them.
#pragma once

#include "language/type.hh"
#include "model/level.hh"

namespace sockgrade::language {

// Each is defined in the file that is named behind it, with what only it has below it.
extern const Place kSpec;            // spec.cc
extern const Place kProgram;         // spec.cc
extern const Place kCase;            // spec.cc
extern const Place kStep;            // spec.cc
extern const Place kFields;          // faults.cc
extern const Place kFaultRule;       // faults.cc
extern const Place kFault;           // faults.cc
extern const Place kFaultsFile;      // faults.cc
extern const Place kMessageMap;      // messages.cc
extern const Place kLines;           // messages.cc
extern const Place kFormatted;       // messages.cc
extern const Place kFormats;         // formats.cc
extern const Place kFormatField;     // formats.cc
extern const Place kFieldsSaid;      // formats.cc
extern const Place kHttp;            // http.cc
extern const Place kLike;            // messages.cc
extern const Place kFilesGiven;      // messages.cc
extern const Place kFilesWanted;     // messages.cc
extern const Place kExpect;          // expectations.cc
extern const Place kWhenever;        // whenever.cc
extern const Place kRule;            // whenever.cc
extern const Place kRemembered;      // whenever.cc
extern const Place kCondition;       // whenever.cc
extern const Place kQuestionsFile;   // questions.cc
extern const Place kAssignmentFile;  // assignment.cc

// What stands behind an actor in a step.
extern const Type kPeerAction;     // peer_steps.cc
extern const Type kProgramAction;  // program_steps.cc

// What stands behind the name of a field, in a fault.
inline constexpr std::size_t kMostValue = 999'999'999'999;
inline constexpr Type kFieldValue = number(0, kMostValue);
inline constexpr Type kFieldValues =
    kFieldValue.or_list_of(kFieldValue, 1, 1000, "number; leave it out to hit every datagram").distinct();

// --- What several tables have.

inline constexpr std::size_t kMostBytes = std::size_t{1} << 20;  // of one message
inline constexpr std::size_t kMostValues = 50;                   // of a spec, or of a case
inline constexpr std::size_t kBeginMost = 20;                    // names of steps
inline constexpr std::size_t kMostSteps = 1000;                  // of a case, each repeated one counted
inline constexpr std::size_t kMostFormats = 50;                  // of a spec
inline constexpr std::size_t kMostFormatFields = 100;            // of a format
inline constexpr std::size_t kMostFiles = 20;                    // of a spec, or of a case
inline constexpr std::size_t kMostCalledPeers = 8;               // of a spec
inline constexpr Type kMessage = kText.or_map<kMessageMap>();
inline constexpr Type kSent = kText.or_map<kMessageMap, kFormatted>();
inline constexpr Type kWanted = kText.or_map<kLike, kMessageMap>();
inline constexpr Type kWantedFromPeer = kText.or_map<kLike, kFormatted, kMessageMap>();

inline constexpr Word kLevels[] = {
    {"must", model::Level::must, "A program that fails it has failed."},
    {"should", model::Level::should, "It earns points, and decides nothing."},
};

inline constexpr Word kLetters[] = {
    {"ascii", model::Letters::ascii, "a to z."},
    {"unicode", model::Letters::unicode, "All that Unicode knows."},
};

// clang-format off
inline constexpr Key kLettersOf = {
    "letters", one_of(kLetters), "ascii",
    "Which letters have capitals.",
    "- client: { send: \"gr\u00fc\u00dfe {word}\" }\n- client: { expect: { capitals_of: sent, letters: unicode } }"};
// clang-format on

inline constexpr Word kOrders[] = {
    {"kept", model::Expect::Order::kept, "In the order in which they were sent."},
    {"any", model::Expect::Order::any, "In any order."},
};

}  // namespace sockgrade::language
