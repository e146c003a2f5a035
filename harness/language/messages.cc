// Messages: what is sent, and what is awaited.
#include "language/language.hh"

namespace sockgrade::language {

namespace {

constexpr Word kEveryByte[] = {
    {"all", true, "Every value from 0 to 255, in order."},
};

// clang-format off

constexpr Key kMessageKeys[] = {
    {"text", kText, kOneOfThese,
     "The text. `{word}` is another random word in each run, `{pangram}` a few words that hold every letter; in `send_each` and `repeat`, `{n}` is the number of the message or the time from 1, and `{i}` from 0; and there are the names of `vary` and `values`, `{message}`, which the program was given, what was captured, and `{client.port}` and `{client.host}`, where a peer is. `{= a + len(b)}` is what [an expression](#expressions) comes to. `{{` is a brace.",
     "- client: { send: { text: \"capitals\" } }"},
    {"words", {.form = Form::size, .least = 1, .most = kMostBytes}, kOneOfThese,
     "Random words, this many bytes together; or the name of a size in `vary`, as in `\"{size}\"`.",
     "- client: { send: { words: 500 } }"},
    {"lines", map_of<kLines>(), kOneOfThese,
     "Lines, each with a line end.",
     "- client: { send: { lines: { count: 3, text: \"line {n}: {word}\" } } }"},
    {"bytes", of_form(Form::hexadecimal).or_one_of(kEveryByte), kOneOfThese,
     "Bytes in hexadecimal. An expectation compares them byte by byte.",
     "- client: { send: { bytes: \"00 ff\" } }"},
    {"file", of_form(Form::path), kOneOfThese,
     "The contents of a file: a path relative to the spec, inside its folder. An expectation compares them byte by byte.",
     "- client: { send: { file: schema.json } }"},
};

constexpr Key kLinesKeys[] = {
    {"count", number(1, 1000), kRequired,
     "How many.",
     "- client: { send: { lines: { count: 3, text: again } } }"},
    {"text", kText, kRequired,
     "Each one's text, without a line end. `{n}` is its number from 1, `{i}` from 0.",
     "- client: { send: { lines: { count: 20, text: \"{i} {word}\" } } }"},
};

constexpr Key kLikeKeys[] = {
    {"like", kFilled, kRequired,
     "A regular expression (RE2) that has to fit all of what arrives. `.` is no line end, and capitals count; `(?s)` and `(?i)` change that. What stands in `(?P<name>...)` has that name in the steps that follow.",
     "- client: { send: \"what day is it?\\n\" }\n- client: { expect: { like: \"\\\\d{4}-\\\\d\\\\d-\\\\d\\\\d\\n\" } }"},
    {"called", kSentence, "",
     "What it stands for, in words that a student understands.",
     "- client: { send: \"help\\n\" }\n- client: { expect: { like: \"(?i).*usage.*\\n\", called: a line that says how to use it } }"},
};

constexpr Key kFormattedKeys[] = {
    {"format", kFilled, kRequired,
     "The name of one of the spec's `formats`.",
     "- client: { send: { format: ack, with: { block: 1 } } }"},
    {"with", map_of<kFieldsSaid>(), "",
     "What its fields say.",
     "- client: { send: { format: ack, with: { block: 1 } } }\n- client: { expect: { format: data, with: { block: 2 } } }"},
};

constexpr Type kGivenFile = kMessage;
constexpr Type kWantedFile = kWanted;

}  // namespace

constinit const Place kMessageMap = {
    "message", "A message", Scene::steps,
    "What is sent or awaited is a text, or one of these. A text forgives one line end more or less at its end, and NULs behind it, with a note.",
    kMessageKeys};

constinit const Place kFormatted = {
    "formatted", "A message of a format", Scene::steps,
    "Bytes made of fields that have names, as `formats` says. In what is sent, every field has to be said that is no constant, no sum over others and no length of one. In what is awaited, a field that is not said is free, and nothing is forgiven. Reports show each field beside its bytes.",
    kFormattedKeys};

constinit const Place kLike = {
    "like", "like", Scene::steps,
    "Whatever a pattern fits.",
    kLikeKeys};

constinit const Place kFilesGiven = {
    "files", "Files of the program", Scene::a_case,
    "What lies in the folder that the program is started in: a path below it, and what the file holds. It takes the place of a file of that name that was handed in.",
    {}, &kGivenFile, 1, kMostFiles, true};

constinit const Place kFilesWanted = {
    "wrote", "Files that were written", Scene::steps,
    "Paths below the folder that the program is started in, and what each file has to hold.",
    {}, &kWantedFile, 1, kMostFiles, true};

constinit const Place kLines = {
    "lines", "Numbered lines", Scene::steps,
    "Several lines, or datagrams, of the same kind.",
    kLinesKeys};

}  // namespace sockgrade::language
