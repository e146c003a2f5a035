#include <fmt/format.h>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "spec/read_action.hh"
#include "spec/read_fields.hh"
#include "spec/read_message.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostMessages = 1000;
constexpr std::size_t kMostPieces = 1000;
constexpr std::size_t kMostExpectedCopies = 1000;
constexpr std::size_t kMostRefusals = 100;
constexpr std::size_t kMostTries = 100;
constexpr std::size_t kTries = 5;

class PeerAction {
  public:
    PeerAction(const Section& section, Transport transport, const Vary& vary,
               const std::vector<model::Field>& fields)
        : section_(section),
          transport_(transport),
          rules_{most_bytes(transport), &vary, false},
          fields_(fields) {}

    model::Action connect() const {
        model::Connect connect;
        const Section how = *section_.find("connect");
        if (how.is(kConnectHow) && how.has("from")) connect.from = from(how);
        return connect;
    }

    model::Action accept() const {
        return model::Accept{section_.find("accept")->one_of<bool>(kLate).value_or(false)};
    }

    model::Action refuse() const {
        const Section times = *section_.find("refuse");
        if (times.is_text() && times.text() == "always") return model::Refuse{0};
        return model::Refuse{times.number(1, kMostRefusals).value_or(1)};
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
        send.break_off = break_off();
        send.from = udp_from();
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
            if (const auto as = each.find("as"))
                for (model::Message& message : send.messages) message.as = read_as(*as);
        }
        read_until(send);
        if (const auto together = section_.find("together")) {
            send.together = together->yes_or_no().value_or(false);
            if (is_udp() && section_.has("until"))
                together->key_problem(
                    "each datagram is sent until it is answered, and so not all of them at once");
        }
        send.from = udp_from();
        return send;
    }

    model::Action answer_each() const {
        model::AnswerEach answer;
        const Section with = *section_.find("answer_each");
        if (is_tcp())
            with.key_problem(
                "only datagrams come one by one; a TCP peer replies when it has got the request");
        if (with.is_text() && with.text() == "same") return answer;
        answer.with = with.text().value_or("");
        if (!with.is_text()) return answer;
        if (!nearest_name(answer.with, {"same"}).empty())
            with.problem("expected same, or a text such as \"ACK {seq}\"", "same");
        check_placeholders(with, answer.with, names_of(fields_));
        for (const model::Field& field : fields_)
            if (has_placeholder(answer.with, field.name)) answer.fields.push_back(field);
        return answer;
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
        reply.break_off = break_off();
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
        if (form->place == &kExpectAll) {
            read_all(what, expect);
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

    static model::From from(const Section& section) {
        return section.find("from")->one_of<model::From>(kFrom).value_or(model::From::anywhere);
    }

    static model::Letters read_letters(const Section& section) {
        return section.one_of<model::Letters>(kLetters).value_or(model::Letters::ascii);
    }

    model::From udp_from() const {
        if (!section_.has("from")) return model::From::anywhere;
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

    model::BreakOff break_off() const {
        using How = model::BreakOff::How;
        const auto cut = section_.find("cut_after");
        const auto reset = section_.find("reset_after");
        if (cut && reset) reset->key_problem("'cut_after' and 'reset_after' exclude each other");
        const auto& found = cut ? cut : reset;
        if (!found) return {};
        if (is_udp())
            found->key_problem("a datagram has no middle to end in; the fault 'truncate' cuts it short");
        if (section_.has("coax"))
            found->key_problem("a peer that goes in the middle of a message does not coax");
        return {cut ? How::cut : How::reset, found->number(1, rules_.most).value_or(1)};
    }

    static std::string read_as(const Section& section) {
        const std::string as = section.text().value_or("");
        if (!section.is_text()) return as;
        check_placeholders(section, as, {"line", "i", "n"});
        if (!has_placeholder(as, "line"))
            section.problem("expected the place of the text in the datagram, such as \"{i} {line}\"");
        return as;
    }

    // "ACK {i}": what ends the resending.
    void read_until(model::Send& send) const {
        const auto until = section_.find("until");
        const auto tries = section_.find("tries");
        if (!until && tries) tries->key_problem("tries belongs to 'until'");
        if (!until) return;
        if (is_tcp()) until->key_problem("TCP sends again by itself; only a UDP peer has to");
        send.until = until->text().value_or("");
        if (until->is_text()) check_placeholders(*until, send.until, {"i", "n"});
        if (until->is_text() && send.until.empty()) until->problem("expected the text of an answer");
        send.tries = tries ? tries->number(1, kMostTries).value_or(kTries) : kTries;
    }

    void read_all(const Section& what, model::Expect& expect) const {
        expect.what = model::Expect::What::all;
        const Section all = *what.find("all");
        const auto as = what.find("as");
        if (is_tcp())
            all.key_problem("only datagrams arrive one by one; TCP is a stream: expect all of its text");
        if (all.is_map()) {
            if (!all.is(kLines)) return;
            if (as) as->key_problem("'as' says how the lines of the program's file look; here 'text' does");
            MessageRules numbered = rules_;
            numbered.is_numbered = true;
            const std::size_t count =
                all.has("count") ? all.find("count")->number(1, kMostMessages).value_or(1) : 1;
            if (const auto text = all.find("text"); text && (text->is_text() || !text->text()))
                expect.messages.assign(count, read_message(*text, numbered));
        } else if (all.one_of<bool>(kGivenLines)) {
            expect.message.as = as ? read_as(*as) : "{line}";
        }
        read_order_and_copies(what, expect);
    }

    void read_each(const Section& what, model::Expect& expect) const {
        if (is_tcp())
            what.find("each")->key_problem(
                "only datagrams arrive one by one; TCP is a stream: 'expect: { capitals_of: sent }'");
        read_order_and_copies(what, expect);
    }

    static void read_order_and_copies(const Section& what, model::Expect& expect) {
        if (const auto order = what.find("order"))
            expect.order = order->one_of<model::Expect::Order>(kOrders).value_or(model::Expect::Order::kept);
        if (const auto copies = what.find("copies")) {
            const bool any = copies->is_text() && copies->text() == "any";
            expect.copies = any ? 0 : copies->number(1, kMostExpectedCopies).value_or(1);
        }
    }

    const Section& section_;
    Transport transport_;
    MessageRules rules_;
    const std::vector<model::Field>& fields_;
};

}  // namespace

std::optional<model::Action> read_peer_action(const Section& section, Transport transport, const Vary& vary,
                                              const std::vector<model::Field>& fields) {
    if (section.is_text()) return read_bare_word(section, kPeerWords, kPeerForms);
    const Form* const form = section.is_one_of(kPeerForms);
    if (!form) return std::nullopt;
    const PeerAction action(section, transport, vary, fields);
    if (form->place == &kConnect) return action.connect();
    if (form->place == &kAccept) return action.accept();
    if (form->place == &kRefuse) return action.refuse();
    if (form->place == &kSend) return action.send();
    if (form->place == &kSendEach) return action.send_each();
    if (form->place == &kAnswerEach) return action.answer_each();
    if (form->place == &kReply) return action.reply();
    return action.expect();
}

}  // namespace sockgrade::spec
