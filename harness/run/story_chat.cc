// The peer of a program that listens and dials.
//
// Theory. Two such programs may have one connection for both directions, one for each, or one for each line,
// and whoever comes first waits or tries again. Our peer goes along with all of it: it listens and it dials,
// keeps every connection that comes about, and hears the program on each of them. What it says goes out on
// the connection that came first; where the program does not read there, which its kernel tells, on the next
// one, and at last on one that it dials for that. So a line is said once to whoever reads, and no program has
// to be ready for more connections than its own protocol has.
//
// But two copies of a program must understand one another, and so our peer speaks as the program itself does.
// One that sends its lines on a connection that it keeps has to go on reading where it has read before: what
// its copy would lose is lost here too.
#include <algorithm>
#include <utility>

#include "run/story.hh"

namespace sockgrade::run {

using model::WaitEnd;
namespace event = model::event;

namespace {

// By the program's clock: for a program that looks again and again, and so is never at rest.
constexpr std::chrono::seconds kChatPatience{3};

bool is_usable(const reference::TcpConnection& connection) {
    return connection.is_open() && !connection.is_over() && !connection.finished_sending();
}

}  // namespace

void Story::take_what_came() {
    while (peers_.reception().has_taken()) {
        peers_.accept(peers_.name_for_another(peers_.first_name()));
        is_dialled_ = true;
    }
}

Waited Story::until_or_patience(const std::function<bool()>& satisfied, Due due) {
    const auto end = waiting_.now() + kChatPatience;
    return until({.satisfied =
                      [&] {
                          take_what_came();
                          return satisfied() || waiting_.now() >= end;
                      },
                  .input = [&] { return typist_.type_a_line(); },
                  .until = end,
                  .due = due});
}

// It is started, where the program listens already: it dials, as a program of its kind would.
Waited Story::come(const model::Step& step, const model::Connect& action) {
    if (const Waited waited = until_listening(); waited.how != WaitEnd::satisfied) return waited;
    waiting_.settle();
    peers_.reception().come_back();
    dial(step.actor, action.from);
    return {};
}

reference::TcpConnection* Story::dial(const std::string& actor, model::From from) {
    const std::string name = peers_.name_for_another(actor);
    peers_.connect(name, from);
    reference::TcpConnection* const connection = peers_.tcp(name);
    if (connection != nullptr)
        until({.satisfied = [&] { return connection->connected() || connection->failed(); }});
    waiting_.settle();
    return connection;
}

bool Story::say_on(reference::TcpConnection& connection, const std::vector<std::string>& texts) {
    connection.send_together(texts);
    const auto is_read = [&] { return peers_.has_read_all_of(connection); };
    until_or_patience([&] { return is_read() || connection.program_reset(); });
    if (is_read()) read_on_ = connection.name();
    return is_read();
}

// It has sent something, and not closed the connection behind that.
bool Story::program_keeps_its_connection() const {
    const auto all = peers_.connections();
    return std::any_of(all.begin(), all.end(), [](const reference::TcpConnection* connection) {
        const std::string& bytes = connection->received();
        const std::size_t end = bytes.find('\n');
        const bool has_more_lines = end != std::string::npos && end + 1 < bytes.size();
        return !bytes.empty() && (has_more_lines || !connection->is_over());
    });
}

void Story::say(const std::string& actor, const std::vector<std::string>& texts) {
    until({.satisfied =
               [&] {
                   take_what_came();
                   return !peers_.connections().empty() || peers_.program_is_listening();
               },
           .input = [&] { return typist_.type_a_line(); }});
    // A program with a connection for each line is about to close the one that it has just read.
    waiting_.settle();
    take_what_came();
    reference::TcpConnection* const same = peers_.tcp(read_on_);
    const bool is_there = same != nullptr && same->is_open() && !same->finished_sending();
    if (is_there && program_keeps_its_connection()) {
        say_on(*same, texts);
        return;
    }
    for (reference::TcpConnection* connection : peers_.connections()) {
        if (!is_usable(*connection) || unread_.contains(connection->name())) continue;
        if (say_on(*connection, texts)) return;
        unread_.insert(connection->name());
    }
    if (!peers_.program_is_listening()) return;
    reference::TcpConnection* const another = dial(actor, model::From::anywhere);
    if (another != nullptr && is_usable(*another) && !say_on(*another, texts))
        unread_.insert(another->name());
}

Waited Story::say(const model::Step& step, const model::Send& action) {
    std::vector<std::string> texts;
    for (const model::Message& message : action.messages) {
        texts.push_back(message.bytes);
        if (!action.together || &message == &action.messages.back())
            say(step.actor, std::exchange(texts, {}));
        sent_unprinted_.push_back({message.bytes});
    }
    return {};
}

Waited Story::hear(const model::Expect& action) {
    const bool as_lines = action.what == model::Expect::What::typed_lines;
    const auto has_come = [&](const model::Message& line) {
        const auto all = peers_.connections();
        return std::any_of(all.begin(), all.end(), [&](const reference::TcpConnection* connection) {
            const std::string& bytes = connection->received();
            const std::size_t at = bytes.find(line.bytes);
            return at != std::string::npos &&
                   (!as_lines || bytes.find('\n', at + line.bytes.size()) != std::string::npos);
        });
    };
    const Waited waited = until({.satisfied = [&] {
        take_what_came();
        return std::all_of(action.messages.begin(), action.messages.end(), has_come);
    }});
    if (waited.how == WaitEnd::satisfied) waiting_.settle();
    return waited;
}

// A line that is typed before there is anybody to send it to may be lost, and rightly.
void Story::wait_to_be_dialled() {
    until_or_patience([&] { return is_dialled_; });
}

// A program that takes what comes up to the end of its connection for one line needs that end.
bool Story::finish_a_connection() {
    for (reference::TcpConnection* connection : peers_.connections()) {
        if (!is_usable(*connection)) continue;
        record_(
            event::Coaxed{connection->name(), event::Coaxed::With::half_close, waiting_.program_is_busy()});
        connection->finish_sending();
        return true;
    }
    return false;
}

Waited Story::leave(const std::string& actor) {
    take_what_came();
    for (reference::TcpConnection* connection : peers_.connections()) connection->close();
    peers_.reception().go_away(actor);
    waiting_.settle(true);
    return {};
}

}  // namespace sockgrade::run
