// Every key and word of the spec language. The loader refuses what does not stand here, and
// specs/schema.json, from which editors complete, is held against the same tables by a test.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/spec.hh"

namespace sockgrade::spec {

struct Key {
    std::string_view name;
    bool is_required = false;
};

// A map in the language: its name is that of its definition in the schema.
struct Place {
    std::string_view name;
    std::span<const Key> keys;
    bool has_fields = false;  // beside its keys, the names of the spec's `fields`
};

// One of the forms that a map may take.
struct Form {
    std::string_view key;  // only this form has it
    const Place* place;
};
using Forms = std::span<const Form>;

template <typename T>
struct Word {
    std::string_view name;
    T value;
};
template <typename T>
using Words = std::span<const Word<T>>;

template <typename T>
std::vector<std::string> names_of(Words<T> words) {
    std::vector<std::string> names;
    for (const Word<T>& word : words) names.emplace_back(word.name);
    return names;
}

// --- Maps.

inline constexpr Key kSpecKeys[] = {{"exercise", true}, {"title", true}, {"handout"},
                                    {"proof"},          {"program"},     {"pair"},
                                    {"fields"},         {"cases", true}, {"questions"}};
inline constexpr Place kSpec{"spec", kSpecKeys};

inline constexpr Key kProgramKeys[] = {{"role", true}, {"transport", true}, {"arguments"}, {"otherwise"},
                                       {"address"},    {"message"},         {"retries"}};
inline constexpr Place kProgramPlace{"program", kProgramKeys};

inline constexpr Key kPairKeys[] = {{"sender"}, {"receiver"}, {"client"}, {"server"}};
inline constexpr Place kPair{"pair", kPairKeys};

inline constexpr Key kCaseKeys[] = {{"id", true}, {"title", true}, {"section"},     {"level"},
                                    {"points"},   {"visibility"},  {"needs"},       {"vary"},
                                    {"message"},  {"host"},        {"ports"},       {"interfaces"},
                                    {"fields"},   {"faults"},      {"steps", true}, {"hint"}};
inline constexpr Place kCase{"case", kCaseKeys};

inline constexpr Key kPortsKeys[] = {{"count", true}, {"listening", true}};
inline constexpr Place kPorts{"ports", kPortsKeys};

inline constexpr Key kFaultKeys[] = {{"to"},    {"from"},  {"n"},      {"index"},           {"containing"},
                                     {"times"}, {"copy"},  {"chance"}, {"gilbert-elliott"}, {"four-state"},
                                     {"after"}, {"until"}, {"ms"},     {"copies"},          {"bytes"},
                                     {"at"},    {"most"},  {"window"}, {"before"},          {"text"}};
inline constexpr Place kFault{"fault", kFaultKeys, true};
// Those of them that only some kinds of fault take.
inline constexpr std::string_view kFaultDetails[] = {"after", "until", "ms",     "copies", "bytes",
                                                     "at",    "most",  "window", "before", "text"};
inline constexpr Key kUntilKeys[] = {{"n"}, {"containing"}};
inline constexpr Place kUntil{"until", kUntilKeys, true};
inline constexpr Key kGilbertElliottKeys[] = {{"p", true}, {"r", true}, {"1-h"}, {"1-k"}, {"of", true}};
inline constexpr Place kGilbertElliott{"gilbert_elliott", kGilbertElliottKeys};
inline constexpr Key kFourStateKeys[] = {{"p13", true}, {"p31", true}, {"p32"},
                                         {"p23"},       {"p14"},       {"of", true}};
inline constexpr Place kFourState{"four_state", kFourStateKeys};

inline constexpr Key kMessageKeys[] = {{"text"}, {"words"}, {"lines"}, {"bytes"}, {"file"}};
inline constexpr Place kMessage{"message", kMessageKeys};
inline constexpr Form kMessageForms[] = {{"text", &kMessage},
                                         {"words", &kMessage},
                                         {"lines", &kMessage},
                                         {"bytes", &kMessage},
                                         {"file", &kMessage}};

// What a peer does.
inline constexpr Key kConnectKeys[] = {{"connect", true}};
inline constexpr Place kConnect{"connect", kConnectKeys};
inline constexpr Key kConnectHowKeys[] = {{"from", true}};
inline constexpr Place kConnectHow{"connect_how", kConnectHowKeys};
inline constexpr Key kAcceptKeys[] = {{"accept", true}};
inline constexpr Place kAccept{"accept", kAcceptKeys};
inline constexpr Key kRefuseKeys[] = {{"refuse", true}};
inline constexpr Place kRefuse{"refuse", kRefuseKeys};
inline constexpr Key kSendKeys[] = {{"send", true}, {"coax"},        {"pieces"},
                                    {"cut_after"},  {"reset_after"}, {"from"}};
inline constexpr Place kSend{"send", kSendKeys};
inline constexpr Key kSendEachKeys[] = {{"send_each", true}, {"together"}, {"from"}, {"until"}, {"tries"}};
inline constexpr Place kSendEach{"send_each", kSendEachKeys};
inline constexpr Key kCountedKeys[] = {{"count", true}, {"text", true}, {"as"}};
inline constexpr Place kCounted{"counted", kCountedKeys};
inline constexpr Key kLinesKeys[] = {{"count", true}, {"text", true}};
inline constexpr Place kLines{"lines", kLinesKeys};
inline constexpr Key kAnswerEachKeys[] = {{"answer_each", true}};
inline constexpr Place kAnswerEach{"answer_each", kAnswerEachKeys};
inline constexpr Key kReplyKeys[] = {
    {"reply", true}, {"pieces"}, {"cut_after"}, {"reset_after"}, {"letters"}};
inline constexpr Place kReply{"reply", kReplyKeys};
inline constexpr Key kExpectKeys[] = {{"expect", true}};
inline constexpr Place kExpect{"expect", kExpectKeys};
inline constexpr Form kPeerForms[] = {
    {"connect", &kConnect},    {"accept", &kAccept},          {"refuse", &kRefuse}, {"send", &kSend},
    {"send_each", &kSendEach}, {"answer_each", &kAnswerEach}, {"reply", &kReply},   {"expect", &kExpect}};

// What a peer expects.
inline constexpr Key kExpectCapitalsKeys[] = {{"capitals_of", true}, {"letters"}};
inline constexpr Place kExpectCapitals{"expect_capitals", kExpectCapitalsKeys};
inline constexpr Key kExpectEachKeys[] = {{"each", true}, {"order"}, {"copies"}, {"letters"}};
inline constexpr Place kExpectEach{"expect_each", kExpectEachKeys};
inline constexpr Key kExpectAllKeys[] = {{"all", true}, {"as"}, {"order"}, {"copies"}};
inline constexpr Place kExpectAll{"expect_all", kExpectAllKeys};
inline constexpr Form kExpectForms[] = {{"capitals_of", &kExpectCapitals},
                                        {"each", &kExpectEach},
                                        {"all", &kExpectAll},
                                        {"text", &kMessage},
                                        {"words", &kMessage},
                                        {"lines", &kMessage},
                                        {"bytes", &kMessage},
                                        {"file", &kMessage}};

// What the program does.
inline constexpr Key kPrintsKeys[] = {{"prints", true}};
inline constexpr Place kPrints{"prints", kPrintsKeys};
inline constexpr Key kExitsKeys[] = {{"exits", true}, {"or"}};
inline constexpr Place kExits{"exits", kExitsKeys};
inline constexpr Key kTypedKeys[] = {{"typed", true}};
inline constexpr Place kTyped{"typed", kTypedKeys};
inline constexpr Key kIsKeys[] = {{"is", true}, {"after"}};
inline constexpr Place kIs{"is", kIsKeys};
inline constexpr Form kProgramForms[] = {
    {"prints", &kPrints}, {"exits", &kExits}, {"is", &kIs}, {"typed", &kTyped}};
inline constexpr Key kPrintsEachKeys[] = {{"each", true}, {"order"}, {"once"}};
inline constexpr Place kPrintsEach{"prints_each", kPrintsEachKeys};
inline constexpr Key kPrintsPatternKeys[] = {{"pattern", true}, {"called"}, {"times"}};
inline constexpr Place kPrintsPattern{"prints_pattern", kPrintsPatternKeys};
inline constexpr Key kPrintsSaysKeys[] = {{"says", true}};
inline constexpr Place kPrintsSays{"prints_says", kPrintsSaysKeys};
inline constexpr Key kPrintsReportsKeys[] = {{"reports", true}, {"of", true}};
inline constexpr Place kPrintsReports{"prints_reports", kPrintsReportsKeys};
inline constexpr Form kPrintsForms[] = {
    {"each", &kPrintsEach},       {"pattern", &kPrintsPattern}, {"says", &kPrintsSays},
    {"reports", &kPrintsReports}, {"text", &kMessage},          {"words", &kMessage},
    {"lines", &kMessage},         {"bytes", &kMessage},         {"file", &kMessage}};

inline constexpr const Place* kPlaces[] = {
    &kSpec,       &kProgramPlace, &kCase,          &kFault,          &kMessage,        &kConnect,
    &kConnectHow, &kAccept,       &kRefuse,        &kSend,           &kSendEach,       &kReply,
    &kCounted,    &kExpect,       &kPrints,        &kExits,          &kExpectCapitals, &kExpectEach,
    &kPrintsEach, &kIs,           &kUntil,         &kGilbertElliott, &kFourState,      &kLines,
    &kAnswerEach, &kExpectAll,    &kPrintsPattern, &kPrintsSays,     &kPrintsReports,  &kPair,
    &kTyped,      &kPorts};

// --- Words.

inline constexpr Word<model::Role> kRoles[] = {
    {"server", model::Role::server},     {"client", model::Role::client}, {"sender", model::Role::sender},
    {"receiver", model::Role::receiver}, {"peer", model::Role::peer},     {"tool", model::Role::tool}};
inline constexpr Word<model::Transport> kTransports[] = {{"tcp", model::Transport::tcp},
                                                         {"udp", model::Transport::udp}};
inline constexpr Word<model::AddressRule> kAddressRules[] = {{"any", model::AddressRule::any},
                                                             {"given", model::AddressRule::given},
                                                             {"given-host", model::AddressRule::given_host}};
inline constexpr Word<model::Level> kLevels[] = {{"must", model::Level::must},
                                                 {"should", model::Level::should}};
inline constexpr Word<bool> kVisibilities[] = {{"visible", false}, {"hidden", true}};
inline constexpr Word<model::Letters> kLetters[] = {{"ascii", model::Letters::ascii},
                                                    {"unicode", model::Letters::unicode}};
inline constexpr Word<model::Expect::Order> kOrders[] = {{"kept", model::Expect::Order::kept},
                                                         {"any", model::Expect::Order::any}};
inline constexpr Word<bool> kGivenLines[] = {{"lines", true}};
inline constexpr Word<bool> kSent[] = {{"sent", true}};
inline constexpr Word<model::From> kFrom[] = {{"this-host", model::From::this_host},
                                              {"another-host", model::From::another_host}};
inline constexpr Word<bool> kHost[] = {{"this-host", false}, {"another-host", true}};
inline constexpr Word<bool> kLate[] = {{"late", true}};
inline constexpr Word<model::Exits::Or> kExitsOr[] = {{"waits", model::Exits::Or::waits},
                                                      {"goes-on", model::Exits::Or::goes_on}};
inline constexpr Word<bool> kRunning[] = {{"running", true}};
// Whom datagrams come from or go to; in a pair, one of the two.
inline constexpr Word<std::string_view> kFaultEnds[] = {{"program", "program"},
                                                        {"sender", "sender"},
                                                        {"receiver", "receiver"},
                                                        {"client", "client"},
                                                        {"server", "server"}};

using MakeAction = model::Action (*)();

template <typename T>
model::Action simple() {
    return T{};
}
template <model::Expect::What what>
model::Action expecting() {
    model::Expect expect;
    expect.what = what;
    return expect;
}
template <model::Prints::What what>
model::Action printing() {
    model::Prints prints;
    prints.what = what;
    return prints;
}

inline constexpr Word<MakeAction> kPeerWords[] = {
    {"connect", simple<model::Connect>},
    {"accept", simple<model::Accept>},
    {"finish-sending", simple<model::FinishSending>},
    {"close", simple<model::Close>},
    {"reset", simple<model::Reset>},
    {"fill-backlog", simple<model::FillBacklog>},
    {"stop-reading", simple<model::StopReading>},
    {"go-on-reading", simple<model::GoOnReading>},
    {"go-away", simple<model::GoAway>},
    {"come-back", simple<model::ComeBack>},
    {"expect-given", expecting<model::Expect::What::given>},
    {"expect-anything", expecting<model::Expect::What::anything>},
    {"expect-nothing-more", expecting<model::Expect::What::nothing>},
    {"expect-no-copies", expecting<model::Expect::What::once>},
    {"expect-end", expecting<model::Expect::What::end>},
    {"expect-fixed-reply", expecting<model::Expect::What::fixed>},
    {"expect-http-response", expecting<model::Expect::What::http>},
    {"expect-typed", expecting<model::Expect::What::typed>},
    {"expect-typed-lines", expecting<model::Expect::What::typed_lines>}};
inline constexpr Word<MakeAction> kProgramWords[] = {
    {"prints-the-reply", printing<model::Prints::What::reply>},
    {"prints-listening-ports", printing<model::Prints::What::ports>},
    {"prints-its-addresses", printing<model::Prints::What::addresses>},
    {"exits", simple<model::Exits>},
    {"keeps-printing", simple<model::KeepsPrinting>}};

}  // namespace sockgrade::spec
