// Faults: what goes wrong with datagrams on the way. Which kinds there are stands in harness/faults.
#include "language/language.hh"

#include "model/address.hh"

namespace sockgrade::language {

namespace {

// clang-format off

constexpr Word kEnds[] = {
    {"program", true, "The student's program."},
    {"sender", true, "In a pair, the sender."},
    {"receiver", true, "In a pair, the receiver."},
    {"client", true, "In a pair, the client."},
    {"server", true, "In a pair, the server."},
};

constexpr Type kThousand = number(1, 1000);
constexpr Type kNumbers = kThousand.or_list_of(kThousand, 1, 1000, "number; leave it out to hit every datagram").distinct();
constexpr Type kShare = of_form(Form::share);

constexpr Key kFormatOfDatagram{
    "format", kFilled, "",
    "Only datagrams that are messages of one of the spec's `formats`.",
    "- drop: { from: program, format: ack }"};
constexpr Key kFieldsOfDatagram{
    "with", map_of<kFieldsSaid>(), "",
    "And say this in their fields. Datagrams that say the same here are copies of one, whatever else is in them.",
    "- drop: { from: program, format: ack, with: { block: 2 } }", {}, "format"};

constexpr Key kUntilKeys[] = {
    {"n", kThousand, "",
     "The n-th distinct datagram of that direction.",
     "- delay: { to: program, n: 1, until: { n: 3 } }"},
    {"containing", kFilled, "",
     "A datagram with this text in it.",
     "- blackhole: { to: program, n: 1, until: { containing: \"3\" } }"},
    kFormatOfDatagram,
    kFieldsOfDatagram,
};
constexpr Place kUntil = {
    "until", "until", Scene::faults,
    "The datagram of the same direction that ends it: one that fits everything said here.",
    kUntilKeys, &kFieldValues};

constexpr Key kGilbertElliottKeys[] = {
    {"p", kShare, kRequired,
     "From good times to bad ones.",
     "- drop: { to: program, gilbert-elliott: { p: 10%, r: 40%, of: 5 } }"},
    {"r", kShare, kRequired,
     "From bad times to good ones. A bad time lasts 1/r datagrams.",
     "- drop: { to: program, gilbert-elliott: { p: 2.5%, r: 50%, of: 5 } }"},
    {"1-h", kShare, "100%",
     "The loss in bad times.",
     "- drop: { to: program, gilbert-elliott: { p: 10%, r: 40%, 1-h: 80%, of: 5 } }"},
    {"1-k", kShare, "0%",
     "The loss in good times.",
     "- drop: { to: program, gilbert-elliott: { p: 10%, r: 40%, 1-k: 0.5%, of: 5 } }"},
    {"of", number(2, 1000), kRequired,
     "For how many distinct datagrams, the first ones, the bursts are drawn.",
     "- drop: { to: program, gilbert-elliott: { p: 10%, r: 40%, of: 4 } }"},
};
constexpr Place kGilbertElliott = {
    "gilbert_elliott", "gilbert-elliott", Scene::faults,
    "Losses in bursts: good and bad times, as in tc-netem's `gemodel`. They are drawn into a list when the case is planned.",
    kGilbertElliottKeys};

constexpr Key kFourStateKeys[] = {
    {"p13", kShare, kRequired,
     "Into a burst.",
     "- drop: { to: program, four-state: { p13: 10%, p31: 50%, of: 5 } }"},
    {"p31", kShare, kRequired,
     "Out of a burst.",
     "- drop: { to: program, four-state: { p13: 20%, p31: 40%, of: 5 } }"},
    {"p32", kShare, "0%",
     "From a loss in a burst to a datagram that gets through in it.",
     "- drop: { to: program, four-state: { p13: 10%, p31: 50%, p32: 20%, of: 5 } }"},
    {"p23", kShare, "100%",
     "Back to loss within a burst.",
     "- drop: { to: program, four-state: { p13: 10%, p31: 50%, p32: 20%, p23: 75%, of: 5 } }"},
    {"p14", kShare, "0%",
     "A loss by itself.",
     "- drop: { to: program, four-state: { p13: 10%, p31: 50%, p14: 1%, of: 5 } }"},
    {"of", number(2, 1000), kRequired,
     "For how many distinct datagrams, the first ones, the bursts are drawn.",
     "- drop: { to: program, four-state: { p13: 10%, p31: 50%, of: 4 } }"},
};
constexpr Place kFourState = {
    "four_state", "four-state", Scene::faults,
    "Losses in bursts: a chain of four states, as in tc-netem's `loss state`. 1: received, 2: received within a burst, 3: lost in a burst, 4: lost by itself.",
    kFourStateKeys};

constexpr Key kFaultKeys[] = {
    {"to", one_of(kEnds), kOneOfThese,
     "On the way to the program.",
     "- drop: { to: program }"},
    {"from", one_of(kEnds), kOneOfThese,
     "On the way from the program.",
     "- duplicate: { from: program }"},
    {"n", kNumbers, "",
     "Only the n-th distinct datagram of that direction, counted from 1; or each of several.",
     "- drop: { to: program, n: [2, 4] }"},
    {"index", kNumbers, "",
     "Only the datagram that arrives as this one, copies counted too. For programs that send nothing again.",
     "- drop: { to: program, index: 3 }", "n"},
    {"containing", kFilled, "",
     "Only datagrams with this text in them.",
     "- drop: { to: program, containing: \"2\" }"},
    kFormatOfDatagram,
    kFieldsOfDatagram,
    {"times", kThousand, "1",
     "How many copies of one datagram are hit: the first ones.",
     "- drop: { to: program, n: 2, times: 2 }"},
    {"copy", kNumbers, "",
     "Only these copies of one datagram: 2 is the first that is sent again.",
     "- drop: { to: program, n: 2, copy: [1, 3] }", "times"},
    {"chance", of_form(Form::chance), "100%",
     "How likely each is hit, drawn from the seed.",
     "- drop: { to: program, chance: 30% }"},
    {"gilbert-elliott", map_of<kGilbertElliott>(), "",
     "Datagrams in bursts: good and bad times.",
     "- drop: { to: program, gilbert-elliott: { p: 10%, r: 40%, of: 5 } }"},
    {"four-state", map_of<kFourState>(), "",
     "Datagrams in bursts: a chain of four states.",
     "- drop: { to: program, four-state: { p13: 10%, p31: 50%, of: 5 } }", "gilbert-elliott"},
    {"after", kThousand, kOfSomeKinds,
     "`delay`, `replay`: so many other datagrams of that direction pass first.",
     "- replay: { to: program, n: 1, after: 2 }"},
    {"until", map_of<kUntil>(), kOfSomeKinds,
     "`delay`, `reorder`, `blackhole`: the datagram that ends it.",
     "- reorder: { to: program, n: 1, until: { n: 3 } }"},
    {"ms", number(1, 60'000), kOfSomeKinds,
     "`delay`: for so many milliseconds. For trying by hand.",
     "- delay: { to: program, ms: 20 }"},
    {"copies", number(2, 100), kOfSomeKinds,
     "`duplicate`: how often it comes in all; twice without it.",
     "- duplicate: { to: program, n: 1, copies: 3 }"},
    {"bytes", number(1, model::kMostInDatagram), kOfSomeKinds,
     "`truncate`: how many bytes are left; `extend`: how many are added.",
     "- truncate: { to: program, n: 1, bytes: 3 }"},
    {"at", number(1, model::kMostInDatagram), kOfSomeKinds,
     "`corrupt`: which byte, counted from 1. Without it, the seed draws one.",
     "- corrupt: { to: program, n: 1, at: 2 }"},
    {"most", kThousand, kOfSomeKinds,
     "`blackhole`: it ends when so many are gone.",
     "- blackhole: { to: program, n: 2, most: 2 }"},
    {"window", number(2, 100), kOfSomeKinds,
     "`reorder`: neighbours in groups of so many come in another order.",
     "- reorder: { to: program, window: 3 }"},
    {"before", kYesOrNo, kOfSomeKinds,
     "`empty`: before the datagram, which comes too, and not in its place.",
     "- empty: { to: program, n: 1, before: true }"},
    {"text", kText, kOfSomeKinds,
     "`stranger`: what it says; `extend`: what the new bytes are, over and over. With the names of `vary`.",
     "- stranger: { to: program, n: 1, text: psst }"},
};

constexpr Type kRule = map_of<kFaultRule>();
constexpr Type kFaultType = map_of<kFault>();
constexpr Type kTemplate = of_form(Form::marked);

constexpr Key kFaultsFileKeys[] = {
    {"fields", map_of<kFields>(), "",
     "Where a datagram says a number, by name.",
     "fields: { seq: \"{seq} \" }"},
    {"formats", map_of<kFormats>(), "",
     "Messages that are bytes, as in a spec.",
     "formats: { ack: [{ op: u2, is: 4 }, { block: u2 }] }"},
    {"faults", list_of(kRule, 0, 50, "fault"), kRequired,
     "What goes wrong on the way.",
     "faults: [drop: { to: program, n: 2 }]"},
};

}  // namespace

constinit const Place kFields = {
    "fields", "Numbers in datagrams", Scene::a_case,
    "A name and a template each, as in `{ seq: \"{seq} \", ack: \"ACK {ack}\" }`: a decimal number stands at the braces, and the datagram begins with the template. With `...` in front, the template may stand anywhere; its first place counts.",
    {}, &kTemplate, 1, 10, true};

constinit const Place kFaultRule = {
    "fault_rule", "Faults", Scene::faults,
    "One fault and what it hits, as in `drop: { to: program, n: 2 }`.",
    {}, &kFaultType, 1, 1, true};

constinit const Place kFault = {
    "fault", "What a fault hits", Scene::faults,
    "The datagrams that fit everything said here. Beside these keys it may have the names of `fields`: then only datagrams with this number there are hit, and datagrams with the same number are copies of one, whatever else is in them.",
    kFaultKeys, &kFieldValues};

constinit const Place kFaultsFile = {
    "fault_list", "A file of faults", Scene::file,
    "For `sockgrade proxy` and `sockgrade peer`.",
    kFaultsFileKeys};

}  // namespace sockgrade::language
