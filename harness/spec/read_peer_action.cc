#include <fmt/format.h>

#include "base/text.hh"
#include "spec/read_action.hh"
#include "spec/read_message.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostMessages = 1000;
constexpr std::size_t kMostPieces = 1000;
constexpr std::size_t kMostCopies = 1000;

class PeerAction {
  public:
    PeerAction(const Section& section, Transport transport, const Vary& vary)
        : section_(section), transport_(transport), rules_{most_bytes(transport), &vary, false} {}

    model::Action connect() const {
        model::Connect connect;
        const Section how = *section_.find("connect");
        if (how.is(kConnectHow) && how.has("from")) connect.from_another_host = from(how);
        return connect;
    }

    model::Action send() const {
        model::Send send;
        send.messages.push_back(read_message(*section_.find("send"), rules_));
        if (const auto coax = section_.find("coax")) {
            send.coax = coax->yes_or_no().value_or(false);
            if (is_udp())
                coax->key_problem(
                    "only a TCP peer coaxes: a datagram has neither a newline to wait for nor an end");
        }
        send.pieces = pieces();
        send.from_another_host = udp_from();
        return send;
    }

    model::Action send_each() const {
        model::Send send;
        MessageRules numbered = rules_;
        numbered.is_numbered = true;
        const Section each = *section_.find("send_each");
        if (each.is_list()) {
            const std::vector<Section> items = each.items(kMostMessages);
            if (items.empty()) each.problem("expected at least one message");
            for (const Section& item : items) send.messages.push_back(read_message(item, numbered));
        } else if (each.is(kCounted) && each.has("count") && each.has("text")) {
            const std::size_t count = each.find("count")->number(1, kMostMessages).value_or(1);
            const Section text = *each.find("text");
            if (!text.is_text()) text.text();  // notes that
            send.messages.assign(count, text.is_text() ? read_message(text, numbered) : model::Message{});
        }
        if (const auto together = section_.find("together")) {
            send.together = together->yes_or_no().value_or(false);
            if (is_udp()) together->key_problem("only TCP puts messages together: a datagram holds one");
        }
        send.from_another_host = udp_from();
        return send;
    }

    model::Action reply() const {
        model::Reply reply;
        const Section what = *section_.find("reply");
        if (!what.is_text() || what.text() != "capitals") {
            reply.with = model::Reply::With::message;
            reply.message = read_message(what, rules_);
            // A slip here would be sent as it stands.
            if (what.is_text() && !nearest_name(reply.message.text, {"capitals"}).empty())
                what.problem("expected capitals; to send this very word write 'reply: { text: ... }'",
                             "capitals");
        }
        reply.pieces = pieces();
        if (const auto letters = section_.find("letters")) {
            reply.letters = read_letters(*letters);
            if (reply.with == model::Reply::With::message)
                letters->key_problem("letters belongs to 'reply: capitals'; a message is sent as it is");
        }
        return reply;
    }

    model::Action expect() const {
        model::Expect expect;
        expect.what = model::Expect::What::bytes;
        const Section what = *section_.find("expect");
        if (!what.is_map()) {
            expect.message = read_message(what, rules_);
            return expect;
        }
        const Form* const form = what.is_one_of(kExpectForms);
        if (!form) return expect;
        if (form->place == &kMessage) {
            expect.message = read_message_map(what, rules_);
            return expect;
        }
        what.find(form->key)->one_of<bool>(kSent);
        if (const auto letters = what.find("letters")) expect.letters = read_letters(*letters);
        expect.what = form->place == &kExpectEach ? model::Expect::What::each : model::Expect::What::capitals;
        if (expect.what == model::Expect::What::each) read_each(what, expect);
        return expect;
    }

  private:
    bool is_tcp() const { return transport_ == model::Transport::tcp; }
    bool is_udp() const { return transport_ == model::Transport::udp; }

    static bool from(const Section& section) {
        return section.find("from")->one_of<bool>(kAnotherHost).value_or(false);
    }

    static model::Letters read_letters(const Section& section) {
        return section.one_of<model::Letters>(kLetters).value_or(model::Letters::ascii);
    }

    bool udp_from() const {
        if (!section_.has("from")) return false;
        if (is_tcp())
            section_.find("from")->key_problem(
                "a TCP peer says so when it connects: 'connect: { from: another-host }'");
        return from(section_);
    }

    // A size for all, or the sizes of the first ones.
    model::Pieces pieces() const {
        model::Pieces pieces;
        const auto found = section_.find("pieces");
        if (!found) return pieces;
        if (is_udp()) found->key_problem("only TCP has pieces: a datagram arrives whole or not at all");
        if (!found->is_list()) {
            pieces.each = found->number(1, rules_.most).value_or(0);
            return pieces;
        }
        const std::vector<Section> sizes = found->items(kMostPieces);
        if (sizes.empty()) found->problem("expected the size of at least one piece");
        for (const Section& size : sizes) pieces.first.push_back(size.number(1, rules_.most).value_or(1));
        return pieces;
    }

    void read_each(const Section& what, model::Expect& expect) const {
        if (is_tcp())
            what.find("each")->key_problem(
                "only datagrams arrive one by one; TCP is a stream: 'expect: { capitals_of: sent }'");
        if (const auto order = what.find("order"))
            expect.order = order->one_of<model::Expect::Order>(kOrders).value_or(model::Expect::Order::kept);
        if (const auto copies = what.find("copies")) {
            const bool any = copies->is_text() && copies->text() == "any";
            expect.copies = any ? 0 : copies->number(1, kMostCopies).value_or(1);
        }
    }

    const Section& section_;
    Transport transport_;
    MessageRules rules_;
};

}  // namespace

std::optional<model::Action> read_peer_action(const Section& section, Transport transport, const Vary& vary) {
    if (section.is_text()) return read_bare_word(section, kPeerWords, kPeerForms);
    const Form* const form = section.is_one_of(kPeerForms);
    if (!form) return std::nullopt;
    const PeerAction action(section, transport, vary);
    if (form->place == &kConnect) return action.connect();
    if (form->place == &kSend) return action.send();
    if (form->place == &kSendEach) return action.send_each();
    if (form->place == &kReply) return action.reply();
    return action.expect();
}

}  // namespace sockgrade::spec
