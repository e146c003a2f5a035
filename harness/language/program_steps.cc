// What is asked of the program itself, and what its user does.
#include "language/language.hh"

namespace sockgrade::language {

namespace {

template <typename T>
model::Action simple() {
    return T{};
}

using What = model::Prints::What;
template <What what>
model::Action printing() {
    model::Prints prints;
    prints.what = what;
    return prints;
}

// clang-format off

constexpr Word kProgramWords[] = {
    {"prints-the-reply", printing<What::reply>,
     "The reply that it got stands in its output.",
     "- server: { reply: capitals }\n- program: prints-the-reply"},
    {"prints-listening-ports", printing<What::ports>,
     "The numbers of the ports that listen stand in its output, and no other number of the case's `ports`.",
     "- program: prints-listening-ports"},
    {"prints-its-addresses", printing<What::addresses>,
     "The IPv4 address of each of the case's `interfaces` stands in its output.",
     "- program: prints-its-addresses"},
    {"exits", simple<model::Exits>,
     "It ends by itself, with any status.",
     "- program: exits"},
    {"keeps-printing", simple<model::KeepsPrinting>,
     "It prints again and again while nothing comes, at least every five seconds.",
     "- program: keeps-printing"},
};

constexpr Word kSent[] = {
    {"sent", true, "Every message that the peers sent since the program last had to print."},
};
constexpr Word kNone[] = {
    {"none", true, "None of them."},
};
constexpr Word kStatuses[] = {
    {"failure", true, "Any status but 0, and no error that nobody caught."},
    {"any", false, "Any status."},
};
constexpr Word kOr[] = {
    {"waits", model::Exits::Or::waits, "It may also wait for what comes next, but not go round and round. With `any`."},
    {"goes-on", model::Exits::Or::goes_on, "It may also go on; if it ends, its status is not 0. With `failure`."},
};
constexpr Word kRunning[] = {
    {"running", true, "It has not ended."},
};

constexpr Key kPrintsEachKeys[] = {
    {"each", one_of(kSent), kRequired,
     "Which messages.",
     "- program: { prints: { each: sent } }"},
    {"order", one_of(kOrders), "kept",
     "In which order.",
     "- program: { prints: { each: sent, order: any } }"},
    {"once", kYesOrNo, "false",
     "No message may be printed more often than it was sent.",
     "- program: { prints: { each: sent, once: true } }"},
};
constexpr Place kPrintsEach = {
    "prints_each", "prints: each", Scene::steps,
    "Every message that the peers sent.",
    kPrintsEachKeys};

constexpr Key kPrintsPatternKeys[] = {
    {"pattern", kPattern, kRequired,
     "The regular expression. `^` and `$` are a line's beginning and end; `(?i)` takes capitals and small letters for the same. `{name}` stands for what that name does, letter by letter.",
     "- program: { prints: { pattern: \"(?i)timed? out\" } }"},
    {"called", kText, "",
     "What it stands for, in words that follow \"prints\".",
     "- program: { prints: { pattern: \"(?i)timed? out\", called: a line that says that time is up } }"},
    {"times", number(0, 1000), "",
     "How often it fits, one behind the other. Without it: once or more often.",
     "- program: { prints: { pattern: \"(?i)timed? out\", times: 2 } }"},
};
constexpr Place kPrintsPattern = {
    "prints_pattern", "prints: pattern", Scene::steps,
    "Text that a regular expression ([RE2](https://github.com/google/re2/wiki/Syntax)) fits. Where `says` or `reports` can say it, they take more of the wordings that students find.",
    kPrintsPatternKeys};

constexpr Key kPrintsSaysKeys[] = {
    {"says", kText, kRequired,
     "Names and what is said of them. Names are `source`, `destination`, `length`, `checksum` and `loss`; a checksum is `ok`, `wrong` or `none`, and a loss has a `%`. Numbers that have no name in the output stand in this order.",
     "- program: { prints: { says: \"source 12345, destination 53, length 20, checksum ok\" } }"},
};
constexpr Place kPrintsSays = {
    "prints_says", "prints: says", Scene::steps,
    "What a sentence says, in whichever words, languages and layout.",
    kPrintsSaysKeys};

constexpr Type kKind = kText;
constexpr Key kPrintsReportsKeys[] = {
    {"reports", kText.or_one_of(kNone), kRequired,
     "A word and its number each; or `none`.",
     "- program: { prints: { reports: \"missing 2, late 2\", of: [missing, doubled, late] } }"},
    {"of", list_of(kKind, 1, 20, "word"), kRequired,
     "The words that make a report. None of them is reported beside what `reports` says.",
     "- program: { prints: { reports: none, of: [missing, late] } }"},
};
constexpr Place kPrintsReports = {
    "prints_reports", "prints: reports", Scene::steps,
    "Reports, in whichever order and words.",
    kPrintsReportsKeys};

constexpr Key kPrintsKeys[] = {
    {"prints", kMessage.or_map<kPrintsEach, kPrintsPattern, kPrintsSays, kPrintsReports, kMessageMap>(), kRequired,
     "This message, or one of the following.",
     "- program: { prints: \"ready\" }"},
};
constexpr Place kPrints = {
    "prints", "prints", Scene::steps,
    "What stands in the program's output. Prompts and words around it are fine.",
    kPrintsKeys};

constexpr Key kExitsKeys[] = {
    {"exits", number(0, 255).or_one_of(kStatuses), kRequired,
     "The status. 0 says that all went well.",
     "- program: { exits: 0 }"},
    {"or", one_of(kOr), "",
     "The program need not end.",
     "- program: { exits: any, or: waits }"},
};
constexpr Place kExits = {
    "exits", "exits", Scene::steps,
    "The program ends by itself, with this status.",
    kExitsKeys};

constexpr Key kIsKeys[] = {
    {"is", one_of(kRunning), kRequired,
     "What the program is doing by then.",
     "- program: { is: running }"},
    {"after", number(1, 60), "",
     "So many seconds after the step before, in which nobody does anything. They are the program's: where it waits, its clock is moved on.",
     "- program: { is: running, after: 30 }"},
    {"sends_at_most", number(1, 4000), "",
     "UDP: in that time it sends so many datagrams at most, whether somebody takes them or not. Behind a peer that answers each, or one that is away.",
     "- server: { answer_each: same }\n- server: expect-anything\n- program: { is: running, after: 2, sends_at_most: 300 }", "", "after"},
};
constexpr Place kIs = {
    "is", "is", Scene::steps,
    "The program goes on.",
    kIsKeys};

constexpr Key kTypedKeys[] = {
    {"typed", kMessage, kRequired,
     "The line, without its end.",
     "- program: { typed: \"hello {word}\" }"},
};
constexpr Place kTyped = {
    "typed", "typed", Scene::steps,
    "What its user does: a line on the program's standard input, when it is at rest.",
    kTypedKeys};

constexpr Key kWroteKeys[] = {
    {"wrote", map_of<kFilesWanted>(), kRequired,
     "The files. What a program that ends has written is there when it has: `exits` stands before this.",
     "- program: { wrote: { out.txt: hello } }"},
};
constexpr Place kWrote = {
    "wrote_step", "wrote", Scene::steps,
    "Files that the program has written by then, in the folder that it was started in. It takes isolation level A, B or C.",
    kWroteKeys};

}  // namespace

constinit const Type kProgramAction = one_of(kProgramWords).or_map<kPrints, kExits, kIs, kWrote, kTyped>();

}  // namespace sockgrade::language
