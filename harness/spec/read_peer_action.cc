#include <fmt/format.h>

#include <algorithm>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "formats/format.hh"
#include "spec/check.hh"
#include "spec/read_action.hh"
#include "spec/read_fields.hh"
#include "spec/read_http.hh"
#include "spec/read_message.hh"
#include "spec/read_whenever.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kTries = 5;
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

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

    model::Action expect() const {
        model::Expect expect;
        expect.what = model::Expect::What::bytes;
        const Section what = *section_.find("expect");
        const std::string_view form = what.form();
        what.read("letters", expect.letters);
        what.read("order", expect.order);
        if (const auto copies = what.find("copies"))
            expect.copies = copies->is_word("any") ? 0 : copies->number().value_or(1);
        if (form == "capitals_of") {
            expect.what = model::Expect::What::capitals;
        } else if (form == "echo_of") {
            expect.what = model::Expect::What::capitals;
            expect.letters = model::Letters::kept;
        } else if (form == "each") {
            expect.what = model::Expect::What::each;
            if (is_tcp())
                what.find("each")->key_problem(
                    "only datagrams arrive one by one; TCP is a stream: 'expect: { capitals_of: sent }'");
        } else if (form == "http") {
            expect.what = model::Expect::What::http;
            expect.response = read_http(*what.find("http"), awaited());
        } else if (form == "format") {
            expect.what = model::Expect::What::format;
            std::set<std::string> captured;
            MessageRules rules = awaited();
            rules.captured = &captured;
            expect.message = read_message(what, rules);
            know(captured);
        } else if (form == "all") {
            read_all(what, expect);
        } else if (form == "one_of" || form == "any_order" || form == "like") {
            read_wanted(what, expect);
        } else {
            expect.message = read_message(what, awaited());
        }
        read_frame(expect);
        read_exact(expect);
        section_.read("from", expect.port);
        if (is_tcp() && section_.has("from"))
            section_.find("from")->key_problem(
                "a TCP connection stays where it is; only datagrams say where they come from");
        expect.within = seconds("within");
        expect.not_before = seconds("not_before");
        if (expect.within.count() > 0 && expect.within < expect.not_before)
            section_.find("within")->problem("this is over before 'not_before' is");
        return expect;
    }

  private:
    bool is_tcp() const { return transport_ == model::Transport::tcp; }
    bool is_udp() const { return transport_ == model::Transport::udp; }

    MessageRules awaited() const {
        MessageRules rules = rules_;
        rules.is_awaited = true;
        return rules;
    }

    std::chrono::milliseconds seconds(std::string_view key) const {
        const auto section = section_.find(key);
        const auto text = section ? section->text() : std::nullopt;
        return (text ? seconds_of(*text) : std::nullopt).value_or(std::chrono::milliseconds(0));
    }

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
        if (!until) return;
        if (is_tcp()) until->key_problem("TCP sends again by itself; only a UDP peer has to");
        send.until = until->text().value_or("");
        check_placeholders(*until, send.until, {"i", "n"});
        send.tries = kTries;
        section_.read("tries", send.tries);
    }

    // One that may come in place of another has to capture the same: else nobody knows what is known then.
    void read_wanted(const Section& what, model::Expect& expect) const {
        const bool is_any_order = what.form() == "any_order";
        expect.what = is_any_order ? model::Expect::What::any_order : model::Expect::What::one_of;
        std::set<std::string> captured;
        if (what.form() == "like") {
            expect.wanted.push_back(spec::read_wanted(what, awaited(), captured));
        } else {
            for (const Section& item : what.find(what.form())->items()) {
                std::set<std::string> its;
                expect.wanted.push_back(spec::read_wanted(item, awaited(), its));
                if (is_any_order && !its.empty())
                    item.problem("what comes in any order captures nothing: an expectation of its own does");
                if (expect.wanted.size() > 1 && its != captured)
                    item.problem("each of these has to capture the same names");
                captured = std::move(its);
            }
        }
        know(captured);
    }

    void know(const std::set<std::string>& captured) const {
        for (const std::string& name : captured) rules_.scope->add(name, {{}, 0, true});
    }

    // "5 bytes".
    static std::optional<std::size_t> bytes_in(const std::string& text) {
        const std::size_t space = text.find(' ');
        if (space == std::string::npos || (text.substr(space) != " bytes" && text.substr(space) != " byte"))
            return std::nullopt;
        return whole_number_of(text.substr(0, space));
    }

    void read_frame(model::Expect& expect) const {
        using Until = model::Frame::Until;
        const auto until = section_.find("until");
        const bool is_any_order = expect.what == model::Expect::What::any_order;
        // One line each, where they come one behind the other.
        if (is_any_order && !is_udp()) expect.frame.until = Until::line;
        if (!is_udp() && has_formats(expect)) {
            if (each_has_own_end(expect))
                expect.frame.until = Until::format;
            else if (is_any_order && !until)
                section_.problem(
                    "over TCP nothing says where each of these ends: they need an 'until', unless all of "
                    "them are formats without a `rest`");
        }
        if (!until || !until->is_text() || !until->is_sound()) return;
        if (is_udp())
            return until->key_problem(
                "a datagram arrives whole, and is what is looked at; only TCP needs an 'until'");
        if (!can_be_framed(expect))
            return until->key_problem(
                "until belongs to a message, `format`, `like`, `one_of` and `any_order`");
        const std::string text = *until->text();
        if (until->word() != nullptr) {
            expect.frame.until = until->word()->as<Until>();
        } else if (const auto bytes = bytes_in(text)) {
            expect.frame = {Until::bytes, {}, *bytes};
            if (*bytes == 0 || *bytes > rules_.most)
                until->problem(fmt::format("expected from 1 to {} bytes", rules_.most));
        } else {
            expect.frame = {Until::delimiter, text};
            const std::string nearest = nearest_name(text, {"line", "end"});
            const bool is_slip = !nearest.empty() && text.find_first_not_of(kLetters) == std::string::npos;
            if (is_slip)
                until->problem("expected line, end, so many bytes as in '5 bytes', or the text that ends it",
                               nearest);
        }
        if (expect.what == model::Expect::What::any_order && expect.frame.until == Until::end)
            until->problem(
                "a connection ends once; several messages need a line end or another text between them");
    }

    static bool has_formats(const model::Expect& expect) {
        return expect.message.formatted ||
               std::any_of(expect.wanted.begin(), expect.wanted.end(),
                           [](const model::Wanted& one) { return one.message.formatted.has_value(); });
    }

    static bool each_has_own_end(const model::Expect& expect) {
        const auto has_end = [](const model::Message& message) {
            return message.formatted && formats::has_own_end(message.formatted->fields);
        };
        return expect.wanted.empty()
                   ? has_end(expect.message)
                   : std::all_of(expect.wanted.begin(), expect.wanted.end(),
                                 [&](const model::Wanted& one) { return has_end(one.message); });
    }

    static bool can_be_framed(const model::Expect& expect) {
        return expect.what == model::Expect::What::bytes || expect.what == model::Expect::What::one_of ||
               expect.what == model::Expect::What::any_order || expect.what == model::Expect::What::format;
    }

    void read_exact(model::Expect& expect) const {
        bool is_exact = false;
        section_.read("exact", is_exact);
        if (section_.has("exact") && !can_be_framed(expect))
            return section_.find("exact")->key_problem(
                "exact belongs to a message, `one_of` and `any_order`");
        if (section_.has("exact") && expect.what == model::Expect::What::format)
            return section_.find("exact")->key_problem("nothing is forgiven in a format: leave this out");
        expect.message.is_exact = is_exact;
        for (model::Wanted& wanted : expect.wanted) wanted.message.is_exact = is_exact;
    }

    void read_all(const Section& what, model::Expect& expect) const {
        expect.what = model::Expect::What::all;
        const Section all = *what.find("all");
        const auto as = what.find("as");
        if (is_tcp())
            all.key_problem("only datagrams arrive one by one; TCP is a stream: expect all of its text");
        if (!all.is_map()) {
            expect.message.as = as ? read_as(*as) : "{line}";
            return;
        }
        if (as) as->key_problem("'as' says how the lines of the program's file look; here 'text' does");
        MessageRules numbered = awaited();
        numbered.is_numbered = true;
        std::size_t count = 1;
        all.read("count", count);
        if (const auto text = all.find("text")) expect.messages.assign(count, read_message(*text, numbered));
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
    if (form == "expect") return action.expect();
    return std::nullopt;
}

}  // namespace sockgrade::spec
