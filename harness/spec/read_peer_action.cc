#include <fmt/format.h>

#include <algorithm>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "formats/format.hh"
#include "spec/check.hh"
#include "spec/read_action.hh"
#include "spec/read_expectation.hh"
#include "spec/read_fields.hh"
#include "spec/read_http.hh"
#include "spec/read_message.hh"
#include "spec/read_whenever.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kTries = 5;

class PeerAction {
  public:
    PeerAction(const Section& section, Transport transport, Scope& scope,
               const std::vector<model::Field>& fields)
        : section_(section),
          transport_(transport),
          rules_{most_bytes(transport), &scope, scope.is_repeated()},
          fields_(fields) {}

    model::Action connect() const {
        model::Connect connect;
        const Section how = *section_.find("connect");
        how.read("from", connect.from);
        if (const auto port = how.find("port")) connect.port = read_port(*port);
        if (how.is_map() && !how.has("from") && !how.has("port"))
            how.problem(
                "expected `from` or `port`; a peer of which nothing is to be said does just `connect`");
        return connect;
    }

    // A number, or what names stand for when the time has come.
    model::Message read_port(const Section& section) const {
        model::Message port;
        const std::string text = section.text().value_or("");
        port.text = text.starts_with("= ") ? "{=" + text.substr(1) + '}' : text;
        const auto number = whole_number_of(text);
        if (number && (*number == 0 || *number > 65535)) section.problem("expected a port: 1 to 65535");
        if (!number && port.text.find('{') == std::string::npos)
            section.problem("expected a port, a name in braces, or '= ' and an expression");
        check_text(section, port.text, rules_);
        return port;
    }

    model::Action accept() const { return model::Accept{section_.find("accept")->is_word("late")}; }

    model::Action refuse() const {
        const Section times = *section_.find("refuse");
        return model::Refuse{times.is_word("always") ? 0 : times.number().value_or(1)};
    }

    model::Action send() const {
        model::Send send;
        send.messages.push_back(read_message(*section_.find("send"), rules_));
        section_.read("coax", send.coax);
        if (is_udp() && section_.has("coax"))
            section_.find("coax")->key_problem(
                "only a TCP peer coaxes: a datagram has neither a newline to wait for nor an end");
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
        for (const Section& item : each.items()) send.messages.push_back(read_message(item, numbered));
        if (const auto text = each.find("text")) {
            std::size_t count = 1;
            each.read("count", count);
            send.messages.assign(count, read_message(*text, numbered));
            if (const auto as = each.find("as"))
                for (model::Message& message : send.messages) message.as = read_as(*as);
        }
        read_until(send);
        section_.read("together", send.together);
        if (is_udp() && section_.has("together") && section_.has("until"))
            section_.find("together")
                ->key_problem("each datagram is sent until it is answered, and so not all of them at once");
        send.from = udp_from();
        return send;
    }

    model::Action answer_each() const {
        model::AnswerEach answer;
        const Section with = *section_.find("answer_each");
        if (is_tcp())
            with.key_problem(
                "only datagrams come one by one; a TCP peer replies when it has got the request");
        if (with.is_word("same")) return answer;
        answer.with = with.text().value_or("");
        if (!with.is_text()) return answer;
        if (!nearest_name(answer.with, {"same"}).empty())
            with.problem("expected same, or a text such as \"ACK {seq}\"", "same");
        check_placeholders(with, answer.with, names_of(fields_));
        for (const model::Field& field : fields_)
            if (has_placeholder(answer.with, field.name)) answer.fields.push_back(field);
        return answer;
    }

    model::Action whenever() const {
        if (is_tcp())
            section_.find("whenever")
                ->key_problem(
                    "only datagrams come one by one; a TCP peer replies when it has got the request");
        return read_whenever(section_, rules_);
    }

    model::Action reply() const {
        model::Reply reply;
        const Section what = *section_.find("reply");
        if (const language::Word* const word = what.word()) {
            reply.letters = word->as<model::Letters>();
        } else {
            reply.with = model::Reply::With::message;
            reply.message = read_message(what, rules_);
            // A slip here would be sent as it stands.
            if (what.is_text() && !nearest_name(reply.message.text, {"capitals", "same"}).empty())
                what.problem("expected capitals or same; to send this very word write 'reply: { text: ... }'",
                             nearest_name(reply.message.text, {"capitals", "same"}));
        }
        reply.pieces = pieces();
        reply.break_off = break_off();
        reply.from_another_port = section_.has("from");
        if (is_tcp() && section_.has("from"))
            section_.find("from")->key_problem(
                "a TCP connection stays where it is; only datagrams say where they come from");
        if (what.is_word("capitals")) section_.read("letters", reply.letters);
        if (!what.is_word("capitals") && section_.has("letters"))
            section_.find("letters")->key_problem(
                "letters belongs to 'reply: capitals'; everything else is sent as it is");
        return reply;
    }

  private:
    bool is_tcp() const { return transport_ == model::Transport::tcp; }
    bool is_udp() const { return transport_ == model::Transport::udp; }

    model::From udp_from() const {
        model::From from = model::From::anywhere;
        section_.read("from", from);
        if (is_tcp() && section_.has("from"))
            section_.find("from")->key_problem(
                "a TCP peer says so when it connects: 'connect: { from: another-host }'");
        return from;
    }

    // A size for all, or the sizes of the first ones.
    model::Pieces pieces() const {
        model::Pieces pieces;
        const auto found = section_.find("pieces");
        if (!found) return pieces;
        if (is_udp()) found->key_problem("only TCP has pieces: a datagram arrives whole or not at all");
        pieces.each = found->number().value_or(0);
        for (const Section& size : found->items()) pieces.first.push_back(size.number().value_or(1));
        return pieces;
    }

    model::BreakOff break_off() const {
        using How = model::BreakOff::How;
        const auto cut = section_.find("cut_after");
        const auto reset = section_.find("reset_after");
        const auto& found = cut ? cut : reset;
        if (!found) return {};
        if (is_udp())
            found->key_problem("a datagram has no middle to end in; the fault 'truncate' cuts it short");
        if (section_.has("coax"))
            found->key_problem("a peer that goes in the middle of a message does not coax");
        return {cut ? How::cut : How::reset, found->number().value_or(1)};
    }

    // "ACK {i}": what ends the resending.
    void read_until(model::Send& send) const {
        const auto until = section_.find("until");
        if (!until) return;
        if (is_tcp()) until->key_problem("TCP sends again by itself; only a UDP peer has to");
        send.until = until->text().value_or("");
        check_placeholders(*until, send.until, {"i", "n"});
        send.tries = kTries;
        section_.read("tries", send.tries);
    }

    const Section& section_;
    Transport transport_;
    MessageRules rules_;
    const std::vector<model::Field>& fields_;
};

}  // namespace

std::optional<model::Action> read_peer_action(const Section& section, Transport transport, Scope& scope,
                                              const std::vector<model::Field>& fields) {
    const Section step = section.as(language::kPeerAction);
    check(step);
    if (step.word() != nullptr) return step.word()->action();
    const std::string_view form = step.form();
    const PeerAction action(step, transport, scope, fields);
    if (form == "whenever") return action.whenever();
    if (form == "connect") return action.connect();
    if (form == "accept") return action.accept();
    if (form == "refuse") return action.refuse();
    if (form == "send") return action.send();
    if (form == "send_each") return action.send_each();
    if (form == "answer_each") return action.answer_each();
    if (form == "reply") return action.reply();
    if (form == "expect") return read_expectation(step, transport, scope);
    return std::nullopt;
}

}  // namespace sockgrade::spec
