// Steps in plain words, for people who meet sockets for the first time.
#include "model/step.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hh"

namespace sockgrade::model {

namespace {

// Longer messages are cut: the words are for reading, the bytes stand in the transcript.
constexpr std::size_t kMostShown = 72;

std::string recipe(const Message& message) {
    switch (message.form) {
        case Message::Form::text:
            return quote(message.text, kMostShown);
        case Message::Form::words:
            return fmt::format("{} bytes of words", message.size);
        case Message::Form::bytes:
            return fmt::format("the bytes {}", message.text);
        case Message::Form::file:
            return fmt::format("what stands in the file {}", message.text);
        case Message::Form::every_byte:
            return "every byte value from 0 to 255";
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

std::string capitals(Letters letters) {
    return letters == Letters::ascii ? "the capitals" : "the capitals (by the rules of Unicode)";
}

std::string in_order(Expect::Order order) {
    return order == Expect::Order::kept ? ", in order" : ", in any order";
}

std::string copies(std::size_t most) {
    if (most == 0) return ", as often as it comes";
    if (most == 1) return {};
    return most == 2 ? ", each at most twice" : fmt::format(", each at most {} times", most);
}

// What the actor does; its name goes before.
struct Describe {
    std::string operator()(const Connect& connect) const {
        return connect.from_another_host ? "connects from another host" : "connects";
    }
    std::string operator()(const Accept&) const { return "accepts a connection"; }
    std::string operator()(const Send& send) const {
        std::string text = "sends " + in_words(send.messages) + in_pieces(send.pieces);
        if (send.together) text += ", all in one segment";
        if (send.from_another_host) text += " from another host";
        if (send.coax) text += " and, if the program stays silent, a newline and then a half-close";
        return text;
    }
    std::string operator()(const Reply& reply) const {
        const std::string what = reply.with == Reply::With::capitals
                                     ? capitals(reply.letters) + " of what it got"
                                     : describe(reply.message);
        return "replies with " + what + in_pieces(reply.pieces);
    }
    std::string operator()(const FinishSending&) const {
        return "finishes sending (a half-close) and goes on reading";
    }
    std::string operator()(const Close&) const { return "closes its socket"; }
    std::string operator()(const Reset&) const { return "resets its connection"; }
    std::string operator()(const Expect& expect) const {
        switch (expect.what) {
            case Expect::What::bytes:
                return "gets exactly " + describe(expect.message);
            case Expect::What::capitals:
                return fmt::format("gets {} of what it sent", capitals(expect.letters));
            case Expect::What::each:
                return fmt::format("gets {} of each message that it sent{}{}", capitals(expect.letters),
                                   in_order(expect.order), copies(expect.copies));
            case Expect::What::given:
                return "gets the text that the program was given, or one of its own";
            case Expect::What::anything:
                return "gets something from the program";
            case Expect::What::nothing:
                return "gets nothing more";
            case Expect::What::end:
                return "sees the program close the connection";
        }
        return {};
    }
    std::string operator()(const Prints& prints) const {
        switch (prints.what) {
            case Prints::What::sent:
                return "prints each message that was sent" + in_order(prints.order) +
                       (prints.each_once ? ", no more often than it was sent" : "");
            case Prints::What::reply:
                return "prints the reply";
            case Prints::What::message:
                return "prints " + describe(prints.message);
        }
        return {};
    }
    std::string operator()(const Exits& exits) const {
        return exits.status ? fmt::format("ends with exit status {}", *exits.status) : "ends";
    }
    std::string operator()(const IsRunning&) const { return "is still running"; }
};

}  // namespace

std::string describe(const Message& message) {
    if (message.form == Message::Form::text && message.text.empty()) return "an empty message";
    // Bytes where a plan has filled them in, unless their recipe says more than their beginning and end.
    const bool is_long = message.bytes.size() > kMostShown;
    if (message.bytes.empty() || (is_long && message.form != Message::Form::text)) return recipe(message);
    return quote(message.bytes, kMostShown);
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

}  // namespace sockgrade::model
