#include "spec/read_expectation.hh"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>

#include "base/text.hh"
#include "formats/format.hh"
#include "spec/read_http.hh"
#include "spec/read_message.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

class Expectation {
  public:
    Expectation(const Section& section, Transport transport, Scope& scope)
        : section_(section),
          transport_(transport),
          rules_{most_bytes(transport), &scope, scope.is_repeated(), true} {}

    model::Expect read() const {
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
            expect.response = read_http(*what.find("http"), rules_);
        } else if (form == "format") {
            expect.what = model::Expect::What::format;
            std::set<std::string> captured;
            MessageRules rules = rules_;
            rules.captured = &captured;
            expect.message = read_message(what, rules);
            know(captured);
        } else if (form == "all") {
            read_all(what, expect);
        } else if (form == "one_of" || form == "any_order" || form == "like") {
            read_wanted(what, expect);
        } else {
            expect.message = read_message(what, rules_);
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

    std::chrono::milliseconds seconds(std::string_view key) const {
        const auto section = section_.find(key);
        const auto text = section ? section->text() : std::nullopt;
        return (text ? seconds_of(*text) : std::nullopt).value_or(std::chrono::milliseconds(0));
    }

    // One that may come in place of another has to capture the same: else nobody knows what is known then.
    void read_wanted(const Section& what, model::Expect& expect) const {
        const bool is_any_order = what.form() == "any_order";
        expect.what = is_any_order ? model::Expect::What::any_order : model::Expect::What::one_of;
        std::set<std::string> captured;
        if (what.form() == "like") {
            expect.wanted.push_back(spec::read_wanted(what, rules_, captured));
        } else {
            for (const Section& item : what.find(what.form())->items()) {
                std::set<std::string> its;
                expect.wanted.push_back(spec::read_wanted(item, rules_, its));
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

    // "5" of "5 bytes".
    static std::optional<std::string> count_in(const std::string& text) {
        for (const std::string_view unit : {" bytes", " byte"})
            if (text.ends_with(unit)) return text.substr(0, text.size() - unit.size());
        return std::nullopt;
    }

    // An end that names stand for is filled in by the plan, or as the case runs.
    void read_named_end(const Section& until, const std::string& text, model::Expect& expect) const {
        const auto count = count_in(text);
        expect.frame.until = count ? model::Frame::Until::bytes : model::Frame::Until::delimiter;
        expect.until.emplace().text = count.value_or(text);
        check_text(until, text, rules_);
    }

    void read_end(const Section& until, model::Expect& expect) const {
        using Until = model::Frame::Until;
        const std::string text = *until.text();
        const auto count = count_in(text);
        if (until.word() != nullptr) {
            expect.frame.until = until.word()->as<Until>();
        } else if (text.find('{') != std::string::npos) {
            read_named_end(until, text, expect);
        } else if (const auto bytes = count ? whole_number_of(*count) : std::nullopt) {
            expect.frame = {Until::bytes, {}, *bytes};
            if (*bytes == 0 || *bytes > rules_.most)
                until.problem(fmt::format("expected from 1 to {} bytes", rules_.most));
        } else {
            expect.frame = {Until::delimiter, text};
            const std::string nearest = nearest_name(text, {"line", "end"});
            const bool is_slip = !nearest.empty() && text.find_first_not_of(kLetters) == std::string::npos;
            if (is_slip)
                until.problem("expected line, end, so many bytes as in '5 bytes', or the text that ends it",
                              nearest);
        }
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
        read_end(*until, expect);
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
        MessageRules numbered = rules_;
        numbered.is_numbered = true;
        std::size_t count = 1;
        all.read("count", count);
        if (const auto text = all.find("text")) expect.messages.assign(count, read_message(*text, numbered));
    }

    const Section& section_;
    Transport transport_;
    MessageRules rules_;
};

}  // namespace

model::Expect read_expectation(const Section& section, Transport transport, Scope& scope) {
    return Expectation(section, transport, scope).read();
}

}  // namespace sockgrade::spec
