#include "run/chat.hh"

#include <algorithm>
#include <chrono>

#include "run/stage.hh"

namespace sockgrade::run {

using model::WaitEnd;
namespace event = model::event;

namespace {

constexpr std::chrono::seconds kPatience{3};

bool is_usable(const reference::TcpConnection& connection) {
    return connection.is_open() && !connection.is_over() && !connection.finished_sending();
}

}  // namespace

void Chat::take_what_came() {
    TcpPeers& peers = stage_.peers.tcp();
    while (peers.reception().has_taken()) {
        peers.accept(peers.name_for_another(stage_.peers.first_name()));
        is_dialled_ = true;
    }
}

Waited Chat::until_or_patience(const std::function<bool()>& satisfied, Due due) {
    const auto end = stage_.waiting.now() + kPatience;
    return stage_.until({.satisfied =
                             [&] {
                                 take_what_came();
                                 return satisfied() || stage_.waiting.now() >= end;
                             },
                         .input = [&] { return stage_.typist.type_a_line(); },
                         .until = end,
                         .due = due});
}

Waited Chat::come(const std::string& actor, const model::Connect& connect) {
    if (const Waited waited = stage_.until_listening(); waited.how != WaitEnd::satisfied) return waited;
    stage_.waiting.settle();
    stage_.peers.tcp().reception().come_back();
    dial(actor, connect.from);
    return {};
}

reference::TcpConnection* Chat::dial(const std::string& actor, model::From from) {
    const std::string name = stage_.peers.tcp().name_for_another(actor);
    stage_.peers.connect(name, {from, {}});
    reference::TcpConnection* const connection = stage_.connection(name);
    if (connection != nullptr)
        stage_.until({.satisfied = [&] { return connection->connected() || connection->failed(); }});
    stage_.waiting.settle();
    return connection;
}

bool Chat::say_on(reference::TcpConnection& connection, const std::vector<std::string>& texts) {
    connection.send_together(texts);
    const auto is_read = [&] { return stage_.peers.tcp().has_read_all_of(connection); };
    until_or_patience([&] { return is_read() || connection.program_reset(); });
    if (is_read()) read_on_ = connection.name();
    return is_read();
}

// It has sent something, and not closed the connection behind that.
bool Chat::program_keeps_its_connection() const {
    const auto all = stage_.peers.tcp().connections();
    return std::any_of(all.begin(), all.end(), [](const reference::TcpConnection* connection) {
        const std::string& bytes = connection->received();
        const std::size_t end = bytes.find('\n');
        const bool has_more_lines = end != std::string::npos && end + 1 < bytes.size();
        return !bytes.empty() && (has_more_lines || !connection->is_over());
    });
}

void Chat::say(const std::string& actor, const std::vector<std::string>& texts) {
    TcpPeers& peers = stage_.peers.tcp();
    const ListeningSockets& listening = stage_.peers.listening();
    stage_.until_typing([&] {
        take_what_came();
        return !peers.connections().empty() || !listening.empty();
    });
    // A program with a connection for each line is about to close the one that it has just read.
    stage_.waiting.settle();
    take_what_came();
    reference::TcpConnection* const same = stage_.connection(read_on_);
    const bool is_there = same != nullptr && same->is_open() && !same->finished_sending();
    if (is_there && program_keeps_its_connection()) {
        say_on(*same, texts);
        return;
    }
    for (reference::TcpConnection* connection : peers.connections()) {
        if (!is_usable(*connection) || unread_.contains(connection->name())) continue;
        if (say_on(*connection, texts)) return;
        unread_.insert(connection->name());
    }
    if (listening.empty()) return;
    reference::TcpConnection* const another = dial(actor, model::From::anywhere);
    if (another != nullptr && is_usable(*another) && !say_on(*another, texts))
        unread_.insert(another->name());
}

Waited Chat::hear(const model::Expect& expect) {
    const bool as_lines = expect.what == model::Expect::What::typed_lines;
    const auto has_come = [&](const model::Message& line) {
        const auto all = stage_.peers.tcp().connections();
        return std::any_of(all.begin(), all.end(), [&](const reference::TcpConnection* connection) {
            const std::string& bytes = connection->received();
            const std::size_t at = bytes.find(line.bytes);
            return at != std::string::npos &&
                   (!as_lines || bytes.find('\n', at + line.bytes.size()) != std::string::npos);
        });
    };
    const Waited waited = stage_.until({.satisfied = [&] {
        take_what_came();
        return std::all_of(expect.messages.begin(), expect.messages.end(), has_come);
    }});
    if (waited.how == WaitEnd::satisfied) stage_.waiting.settle();
    return waited;
}

void Chat::wait_to_be_dialled() {
    until_or_patience([&] { return is_dialled_; });
}

bool Chat::finish_a_connection() {
    for (reference::TcpConnection* connection : stage_.peers.tcp().connections()) {
        if (!is_usable(*connection)) continue;
        stage_.record(event::Coaxed{connection->name(), event::Coaxed::With::half_close,
                                    stage_.waiting.program_is_busy()});
        connection->finish_sending();
        return true;
    }
    return false;
}

Waited Chat::leave(const std::string& actor) {
    take_what_came();
    for (reference::TcpConnection* connection : stage_.peers.tcp().connections()) connection->close();
    stage_.peers.tcp().reception().go_away(actor);
    stage_.waiting.settle(true);
    return {};
}

}  // namespace sockgrade::run
