// Steps in plain words, for people who meet sockets for the first time.
#include "telling/step.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hh"
#include "formats/format.hh"

namespace sockgrade::telling {

using namespace model;

namespace {

// Longer messages are cut: the words are for reading, the bytes stand in the transcript.
constexpr std::size_t kMostShown = 72;

std::string recipe(const Message& message) {
    switch (message.form) {
        case Message::Form::text:
            return quote(message.text, kMostShown);
        case Message::Form::words:
            return fmt::format("{} bytes of words", message.size);
        case Message::Form::lines:
            return fmt::format("{} lines like {}", message.size, quote(message.text, kMostShown));
        case Message::Form::bytes:
            return fmt::format("the bytes {}", message.text);
        case Message::Form::file:
            return fmt::format("what stands in the file {}", message.text);
        case Message::Form::every_byte:
            return "every byte value from 0 to 255";
        case Message::Form::format:
            return "a message " + formats::in_words(*message.formatted);
    }
    return {};
}

std::string in_words(const std::vector<Message>& messages) {
    if (messages.empty()) return "nothing";
    std::string first = describe(messages.front());
    if (messages.size() == 1) return first;
    const std::string last = describe(messages.back());
    const std::string count = count_of(messages.size(), "message");
    if (first == last) return fmt::format("{}, {}", count, first);
    if (messages.size() == 2) return fmt::format("{} and then {}", first, last);
    return fmt::format("{}, from {} to {}", count, first, last);
}

std::string in_pieces(const Pieces& pieces) {
    std::string text;
    if (!pieces.first.empty())
        text = fmt::format(", cut after {}{}", pieces.first.size() == 1 ? "its first " : "pieces of ",
                           pieces.first.size() == 1 ? count_of(pieces.first.front(), "byte")
                                                    : fmt::format("{} bytes", fmt::join(pieces.first, ", ")));
    if (pieces.each != 0) text += fmt::format(", {} at a time", count_of(pieces.each, "byte"));
    return text;
}

std::string broken_off(const BreakOff& break_off) {
    if (break_off.how == BreakOff::How::none) return {};
    return fmt::format(", but {} after {} of it",
                       break_off.how == BreakOff::How::cut ? "closes its socket" : "resets its connection",
                       count_of(break_off.after, "byte"));
}

std::string from(From place) {
    switch (place) {
        case From::this_host:
            return " from this computer, by 127.0.0.1";
        case From::another_host:
            return " from another host";
        case From::anywhere:
            return {};
    }
    return {};
}

std::string returned(Letters letters, const std::string& what) {
    if (letters == Letters::kept) return what;
    return "the capitals " +
           std::string(letters == Letters::unicode ? "(by the rules of Unicode) of " : "of ") + what;
}

// "after 2 seconds at the earliest, and within 5 seconds"
std::string in_time(const Expect& expect) {
    const auto seconds = [](std::chrono::milliseconds time) {
        return time.count() == 1000 ? std::string("1 second")
                                    : fmt::format("{:g} seconds", static_cast<double>(time.count()) / 1000);
    };
    std::string text;
    if (expect.not_before.count() > 0) text += ", not before " + seconds(expect.not_before) + " are over";
    if (expect.within.count() > 0) text += ", within " + seconds(expect.within);
    return text;
}

std::string in_order(Expect::Order order) {
    return order == Expect::Order::kept ? ", in order" : ", in any order";
}

std::string copies(std::size_t most) {
    if (most == 0) return ", as often as it comes";
    if (most == 1) return {};
    return most == 2 ? ", each at most twice" : fmt::format(", each at most {} times", most);
}

std::string all_of(const Expect& expect) {
    if (!expect.messages.empty()) return in_words(expect.messages);
    return fmt::format("each line of its file as {}", quote(expect.message.as, kMostShown));
}

// Before it is filled in, what stands for the number of bytes.
std::string framed(const Expect& expect) {
    const Frame& frame = expect.frame;
    const bool is_open = expect.until && expect.until->bytes.empty();
    switch (frame.until) {
        case Frame::Until::line:
            return " up to a line end";
        case Frame::Until::delimiter:
            return " up to " + quote(is_open ? expect.until->text : frame.delimiter, kMostShown);
        case Frame::Until::bytes:
            if (is_open) return fmt::format(" in {} bytes", expect.until->text);
            return " in " + count_of(frame.bytes, "byte");
        case Frame::Until::end:
            return " up to the end of the connection";
        case Frame::Until::rest:
        case Frame::Until::format:
            break;
    }
    return {};
}

std::string wanted_in_words(const std::vector<Wanted>& wanted, std::string_view last) {
    std::vector<std::string> all;
    for (const Wanted& one : wanted) all.push_back(describe(one));
    return list_of(all, last);
}

std::string in_words(const HttpWanted& wanted) {
    std::string text = "an HTTP response";
    if (wanted.status != 0) text += fmt::format(" with the status {}", wanted.status);
    for (const HttpHeader& header : wanted.headers)
        text += fmt::format(", {}: {}", header.name, describe(header.value));
    if (wanted.is_bodiless) return text + ", without a body";
    return wanted.body ? text + ", and the body " + describe(*wanted.body) : text;
}

std::string how_often(const std::optional<std::size_t>& times) {
    if (!times) return {};
    return *times == 0 ? "nowhere " : *times == 1 ? "once " : fmt::format("{} times ", *times);
}

// What the actor does; its name goes before.
struct Describe {
    std::string operator()(const Connect& connect) const {
        const auto is_known = [](const Message& one) { return !one.bytes.empty(); };
        const std::string port =
            connect.port ? " to port " + (is_known(*connect.port) ? connect.port->bytes : connect.port->text)
                         : std::string{};
        return "connects" + port + from(connect.from);
    }
    std::string operator()(const Accept& accept) const {
        return accept.late ? "accepts a connection only when the program does nothing more without it"
                           : "accepts a connection";
    }
    std::string operator()(const Send& send) const {
        std::string text = "sends " + in_words(send.messages) + in_pieces(send.pieces);
        if (send.together) text += ", all in one go";
        text += from(send.from);
        if (!send.until.empty())
            text += fmt::format(", each again until {} has come, {} at most", quote(send.until, kMostShown),
                                count_of(send.tries, "time"));
        if (send.coax) text += " and, if the program stays silent, a newline and then a half-close";
        return text + broken_off(send.break_off);
    }
    std::string operator()(const AnswerEach& answer) const {
        return "from now on answers each datagram " +
               (answer.with.empty() ? "with the datagram itself" : "with " + quote(answer.with, kMostShown));
    }
    static std::string changes(const std::vector<FieldValue>& values, std::string_view how) {
        std::vector<std::string> all;
        for (const FieldValue& one : values)
            all.push_back(fmt::format("{{{}}} {} {}", one.name, how,
                                      quote(one.bytes.empty() ? one.text : one.bytes, kMostShown)));
        return list_of(all);
    }
    // What is remembered changes before the reply is made.
    static std::string rule_in_words(const Rule& rule) {
        std::string text = "when it gets " + describe(rule.gets);
        if (rule.at_most > 0) text += fmt::format(" ({} at most)", count_of(rule.at_most, "time"));
        if (!rule.now.empty()) text += ", " + changes(rule.now, "becomes");
        text += rule.replies ? ", and it replies with " + describe(*rule.replies) : ", and it keeps silent";
        return text + (rule.from_another_port ? ", from another port" : "");
    }
    std::string operator()(const Whenever& whenever) const {
        std::string text = "from now on follows rules: ";
        for (const Rule& rule : whenever.rules) text += rule_in_words(rule) + "; ";
        text.resize(text.size() - 2);
        if (!whenever.remembers.empty()) text += "; at first " + changes(whenever.remembers, "is");
        for (const Condition& one : whenever.always) text += "; always: " + one.called;
        for (const Condition& one : whenever.at_the_end) text += "; in the end: " + one.called;
        return text;
    }
    std::string operator()(const Reply& reply) const {
        const std::string what = reply.with == Reply::With::capitals ? returned(reply.letters, "what it got")
                                                                     : describe(reply.message);
        return "replies with " + what + (reply.from_another_port ? ", from another port" : "") +
               in_pieces(reply.pieces) + broken_off(reply.break_off);
    }
    std::string operator()(const FinishSending&) const {
        return "finishes sending (a half-close) and goes on reading";
    }
    std::string operator()(const Close&) const { return "closes its socket"; }
    std::string operator()(const Reset&) const { return "resets its connection"; }
    std::string operator()(const FillBacklog&) const {
        return "has no room in its backlog: an attempt to connect gets no answer until it accepts";
    }
    std::string operator()(const Refuse& refuse) const {
        if (refuse.times == 0) return "refuses every attempt to connect";
        return refuse.times == 1 ? "refuses the first attempt to connect"
                                 : fmt::format("refuses the first {} attempts to connect", refuse.times);
    }
    std::string operator()(const StopReading&) const {
        return "stops reading, so that the program can send only so much";
    }
    std::string operator()(const GoOnReading&) const {
        return "goes on reading when the program can send no more";
    }
    std::string operator()(const GoAway&) const { return "goes away: nobody holds its port any more"; }
    std::string operator()(const ComeBack&) const {
        return "comes back on the same port and has forgotten everything";
    }
    std::string operator()(const Expect& expect) const {
        return expected(expect) + from_port(expect.port) + in_time(expect);
    }
    static std::string from_port(Expect::Port port) {
        if (port == Expect::Port::another) return ", from another port than the one that it wrote to";
        return port == Expect::Port::any ? ", from that port or another one" : "";
    }
    static std::string expected(const Expect& expect) {
        switch (expect.what) {
            case Expect::What::bytes:
                return "gets exactly " + describe(expect.message) + framed(expect);
            case Expect::What::one_of:
                return "gets " + wanted_in_words(expect.wanted, "or") + framed(expect);
            case Expect::What::any_order:
                return "gets, in any order, " + wanted_in_words(expect.wanted, "and") +
                       (expect.frame.until == Frame::Until::rest ? "" : ", each" + framed(expect));
            case Expect::What::format:
                return "gets " + describe(expect.message) + framed(expect);
            case Expect::What::capitals:
                return "gets " + returned(expect.letters, "what it sent");
            case Expect::What::each:
                return "gets " + returned(expect.letters, "each message that it sent") +
                       in_order(expect.order) + copies(expect.copies);
            case Expect::What::all:
                return fmt::format("gets {}{}{}", all_of(expect), in_order(expect.order),
                                   copies(expect.copies));
            case Expect::What::given:
                return "gets the text that the program was given, or one of its own";
            case Expect::What::anything:
                return "gets something from the program";
            case Expect::What::nothing:
                return "gets nothing more";
            case Expect::What::once:
                return "gets nothing that it has got before";
            case Expect::What::end:
                return "sees the program close the connection";
            case Expect::What::fixed:
                return "gets a reply in the program's own words, the same that everybody gets";
            case Expect::What::http:
                if (expect.response) return "gets " + in_words(*expect.response);
                return "gets a whole HTTP response";
            case Expect::What::typed:
                return "gets each line that was typed";
            case Expect::What::typed_lines:
                return "gets each line that was typed, with its line end, and nothing else";
        }
        return {};
    }
    std::string operator()(const Prints& prints) const {
        switch (prints.what) {
            case Prints::What::sent:
            case Prints::What::stream:
                return "prints each message that was sent" + in_order(prints.order) +
                       (prints.each_once ? ", no more often than it was sent" : "");
            case Prints::What::reply:
                return "prints the reply";
            case Prints::What::ports:
                return "prints the ports that listen, and no others";
            case Prints::What::addresses:
                return "prints the IPv4 address of each interface";
            case Prints::What::message:
                return "prints " + describe(prints.message);
            case Prints::What::pattern:
                return fmt::format(
                    "prints {}{}", how_often(prints.times),
                    prints.called.empty() ? "what fits " + quote(prints.pattern, kMostShown) : prints.called);
        }
        return {};
    }
    std::string operator()(const Exits& exits) const {
        if (exits.otherwise == Exits::Or::waits) return "ends, or waits for what comes next";
        if (exits.otherwise == Exits::Or::goes_on) return "goes on, or ends with an exit status other than 0";
        if (exits.failure) return "ends with an exit status other than 0";
        return exits.status ? fmt::format("ends with exit status {}", *exits.status) : "ends";
    }
    std::string operator()(const IsRunning& running) const {
        return running.after.count() == 0
                   ? "is still running"
                   : fmt::format("is still running after {} of silence{}",
                                 count_of(static_cast<std::size_t>(running.after.count() / 1000), "second"),
                                 running.sends_at_most == 0
                                     ? ""
                                     : fmt::format(", and has sent {} at most in them",
                                                   count_of(running.sends_at_most, "datagram")));
    }
    std::string operator()(const Wrote& wrote) const {
        std::vector<std::string> all;
        for (const FileWanted& file : wrote.files)
            all.push_back(fmt::format("{} to the file {}", describe(file.content), quote(file.path)));
        return "has written " + list_of(all);
    }
    std::string operator()(const KeepsPrinting&) const {
        return "prints again and again while nothing comes";
    }
    std::string operator()(const Typed& typed) const {
        return fmt::format("gets {} typed on its standard input", describe(typed.message));
    }
};

}  // namespace

std::string describe(const Message& message) {
    if (message.form == Message::Form::text && message.text.empty()) return "an empty message";
    if (message.form == Message::Form::format) return recipe(message);
    // Bytes where a plan has filled them in, unless their recipe says more than their beginning and end.
    const bool is_long = message.bytes.size() > kMostShown;
    if (message.bytes.empty() || (is_long && message.form != Message::Form::text)) return recipe(message);
    return quote(message.bytes, kMostShown);
}

std::string describe(const Wanted& wanted) {
    if (!wanted.called.empty()) return wanted.called;
    if (!wanted.is_pattern) return describe(wanted.message);
    const std::string& pattern = wanted.message.bytes.empty() ? wanted.message.text : wanted.message.bytes;
    return "what fits " + quote(pattern, kMostShown);
}

std::string actor_in_words(const std::string& actor) {
    static constexpr std::array<std::string_view, 6> kRoles = {kProgram, "client",   "server",
                                                               "sender", "receiver", "peer"};
    if (actor.empty()) return "the peer";
    const bool is_role = std::find(kRoles.begin(), kRoles.end(), actor) != kRoles.end();
    return is_role ? "the " + actor : fmt::format("the peer '{}'", escape(actor));
}

std::string describe(const Step& step) {
    return fmt::format("{} {}", actor_in_words(step.actor), std::visit(Describe{}, step.action));
}

}  // namespace sockgrade::telling
