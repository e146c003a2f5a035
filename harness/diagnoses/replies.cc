#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Expect;
using namespace fmt::literals;

// The client shows its own text where the reply should be.
std::optional<model::Diagnosis> prints_the_request(const CaseView& view) {
    if (view.plan.role != model::Role::client) return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    std::string request;
    for (const model::Event& event : view.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        if (const auto* received = std::get_if<event::Received>(&event.what)) request += received->bytes;
    }
    const std::string_view asked = bare(request);
    if (asked.empty() || asked == bare(text->wanted) || contains(text->got, bare(text->wanted)))
        return std::nullopt;
    if (!contains(text->got, asked)) return std::nullopt;
    return say<words::prints_the_request>(text->evidence, "wanted"_a = quote(bare(text->wanted), 60),
                                          "asked"_a = quote(asked, 60));
}

// The capitals on the client's screen are its own, not the server's.
std::optional<model::Diagnosis> capitalizes_by_itself(const CaseView& view) {
    if (view.plan.role != model::Role::client) return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    std::string request;
    for (const model::Event& event : view.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        if (const auto* received = std::get_if<event::Received>(&event.what)) request += received->bytes;
    }
    const std::string own = ascii_capitals(bare(request));
    if (own.empty() || own == bare(request) || own == bare(text->wanted)) return std::nullopt;
    if (contains(text->got, bare(text->wanted)) || !contains(view.output, own)) return std::nullopt;
    return say<words::capitalizes_by_itself>(text->evidence, "own"_a = quote(own, 60),
                                             "wanted"_a = quote(bare(text->wanted), 60));
}

// A reply of the server's own is asked for, and it does what an echo server does.
std::optional<model::Diagnosis> sends_the_request_back(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (expect == nullptr || expect->what != model::Expect::What::fixed) return std::nullopt;
    const std::size_t end = view.failed_at;
    for (std::size_t i = end; i-- > 0;) {
        const auto* received = std::get_if<model::event::Received>(&view.transcript.events[i].what);
        if (received == nullptr) continue;
        const std::string got = to_lower(bare(received->bytes));
        for (std::size_t k = 0; k < i; ++k) {
            const auto* sent = std::get_if<model::event::Sent>(&view.transcript.events[k].what);
            if (sent == nullptr || got.empty() || sent->connection != received->connection ||
                to_lower(bare(sent->bytes)) != got)
                continue;
            return say<words::sends_the_request_back>(
                {view.transcript.events[k].number, view.transcript.events[i].number},
                "text"_a = quote(received->bytes, 60));
        }
        return std::nullopt;
    }
    return std::nullopt;
}

// A reply went to a client that had not asked.
std::optional<model::Diagnosis> answers_another_client(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::server) return std::nullopt;
    const auto& events = view.transcript.events;
    for (std::size_t i = 0, stop = view.failed_at; i < stop; ++i) {
        const auto* received = std::get_if<event::Received>(&events[i].what);
        if (received == nullptr || bare(received->bytes).empty()) continue;
        const event::Sent* asked = nullptr;
        std::size_t number = 0;
        bool by_itself = false;
        for (std::size_t k = 0; k < i; ++k) {
            const auto* sent = std::get_if<event::Sent>(&events[k].what);
            if (sent == nullptr || ascii_capitals(std::string(bare(sent->bytes))) != bare(received->bytes))
                continue;
            by_itself = by_itself || sent->connection == received->connection;
            asked = sent;
            number = events[k].number;
        }
        if (asked == nullptr || by_itself) continue;
        return say<words::answers_another_client>({number, events[i].number},
                                                  "asker"_a = telling::actor_in_words(asked->connection),
                                                  "text"_a = quote(bare(asked->bytes), 60),
                                                  "other"_a = telling::actor_in_words(received->connection));
    }
    return std::nullopt;
}

namespace {

struct OwnReply {
    std::string text;
    std::size_t number = 0;
};

// What came in the steps that asked for the fixed reply, each up to its end.
std::vector<OwnReply> fixed_replies(const CaseView& view) {
    std::vector<OwnReply> all;
    OwnReply next;
    for (const model::Event& event : view.transcript.events) {
        if (const auto* received = std::get_if<event::Received>(&event.what)) {
            if (next.text.empty()) next.number = event.number;
            next.text += received->bytes;
        }
        const auto* ended = std::get_if<event::StepEnded>(&event.what);
        if (ended == nullptr || ended->step >= view.plan.steps.size()) continue;
        const auto* expect = std::get_if<Expect>(&view.plan.steps[ended->step].action);
        if (expect == nullptr || expect->what != Expect::What::fixed) continue;
        if (!bare(next.text).empty()) all.push_back(next);
        next = {};
    }
    return all;
}

}  // namespace

// A reply of its own that has something in it that differs: a count, the time, a port.
std::optional<model::Diagnosis> changes_its_reply(const CaseView& view) {
    const Expect* const expect = view.expectation;
    if (expect == nullptr || expect->what != Expect::What::fixed) return std::nullopt;
    const std::vector<OwnReply> replies = fixed_replies(view);
    if (replies.size() < 2 || view.cause == model::Cause::crashed) return std::nullopt;
    const std::string_view first = bare(replies.front().text);
    const auto& evidence = view.unmet.evidence;
    const auto other = std::find_if(replies.begin() + 1, replies.end(), [&](const OwnReply& one) {
        return bare(one.text) != first &&
               std::find(evidence.begin(), evidence.end(), one.number) != evidence.end();
    });
    if (other == replies.end()) return std::nullopt;
    const std::string_view second = bare(other->text);
    // Half a reply, or two in one, are something else.
    const auto [in_first, in_second] =
        std::mismatch(first.begin(), first.end(), second.begin(), second.end());
    if (in_first == first.end() || in_second == second.end()) return std::nullopt;
    return say<words::changes_its_reply>({replies.front().number, other->number},
                                         "first"_a = quote(first, 60), "second"_a = quote(second, 60));
}

}  // namespace sockgrade::diagnoses
