// The faulty link and the reference peers as a person uses them: processes of their own, and Ctrl-C.
#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "system/fd.hh"
#include "system/socket_address.hh"
#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

using model::Address;
using system::Fd;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

constexpr int kPatience = 60'000;  // ms, for a broken program

// A command that goes on until it is told to stop.
class Running {
  public:
    explicit Running(std::vector<std::string> words) {
        words.insert(words.begin(), sockgrade_program());
        std::array<int, 2> pipe{};
        EXPECT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
        output_ = Fd(pipe[0]);
        const Fd end(pipe[1]);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, end.get(), STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, end.get(), STDERR_FILENO);
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        EXPECT_EQ(::posix_spawn(&process_, sockgrade_program().c_str(), &actions, nullptr, arguments.data(),
                                environ),
                  0);
        ::posix_spawn_file_actions_destroy(&actions);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }

    // Reads on until it has said this.
    void until_it_says(const std::string& words) {
        while (said_.find(words) == std::string::npos)
            ASSERT_TRUE(read_more()) << "awaited " << words << " in:\n" << said_;
    }
    // Where clients are to dial.
    Address front() {
        const std::string before = "clients dial 127.0.0.1:";
        until_it_says(", the server is");
        const std::size_t at = said_.find(before) + before.size();
        return {"127.0.0.1", static_cast<std::uint16_t>(std::stoi(said_.substr(at)))};
    }
    // Its exit status.
    int stop(int signal) {
        ::kill(process_, signal);
        return wait();
    }
    int wait() {
        while (read_more()) {
        }
        int status = -1;
        ::waitpid(std::exchange(process_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    const std::string& said() const { return said_; }

  private:
    bool read_more() {
        pollfd wait{output_.get(), POLLIN, 0};
        std::array<char, 4096> buffer{};
        if (::poll(&wait, 1, kPatience) <= 0) return false;
        const ssize_t size = ::read(output_.get(), buffer.data(), buffer.size());
        if (size > 0) said_.append(buffer.data(), static_cast<std::size_t>(size));
        return size > 0;
    }

    pid_t process_ = -1;
    Fd output_;
    std::string said_;
};

// A blocking socket of a program that somebody wrote.
class Socket {
  public:
    explicit Socket(int type) : fd_(::socket(AF_INET, type | SOCK_CLOEXEC, 0)) {
        const timeval limit{kPatience / 1000, 0};
        ::setsockopt(fd_.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    }
    explicit Socket(Fd fd) : fd_(std::move(fd)) {}
    Address bind() const {
        const system::SocketAddress own = system::to_system({"127.0.0.1", 0});
        EXPECT_EQ(::bind(fd_.get(), own.get(), own.length), 0);
        return *system::local_address(fd_.get());
    }
    void connect(const Address& address) const {
        const system::SocketAddress to = system::to_system(address);
        ASSERT_EQ(::connect(fd_.get(), to.get(), to.length), 0);
    }
    void send(const std::string& bytes) const {
        EXPECT_EQ(::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL),
                  static_cast<ssize_t>(bytes.size()));
    }
    std::string receive() {
        std::string buffer(65536, '\0');
        system::SocketAddress from;
        const ssize_t size = ::recvfrom(fd_.get(), buffer.data(), buffer.size(), 0, from.get(), &from.length);
        error_ = size < 0 ? errno : 0;
        buffer.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
        from_ = from;
        return buffer;
    }
    void reply(const std::string& bytes) {
        EXPECT_EQ(::sendto(fd_.get(), bytes.data(), bytes.size(), 0, from_.get(), from_.length),
                  static_cast<ssize_t>(bytes.size()));
    }
    Socket accept() const { return Socket(Fd(::accept4(fd_.get(), nullptr, nullptr, SOCK_CLOEXEC))); }
    int error() const { return error_; }
    int fd() const { return fd_.get(); }

  private:
    Fd fd_;
    system::SocketAddress from_;
    int error_ = 0;
};

std::string text_of(const Address& address) { return model::to_string(address); }

// --- UDP.

TEST(UdpProxy, CarriesAndDropsAndTellsIt) {
    Socket server(SOCK_DGRAM);
    const Address at = server.bind();
    Running proxy({"proxy", "udp", "--listen", "0", "--to", text_of(at), "--drop", "n=2,to=server"});
    Socket client(SOCK_DGRAM);
    client.connect(proxy.front());
    client.send("one\n");
    EXPECT_EQ(server.receive(), "one\n");
    client.send("two");
    client.send("two");  // the second copy is not hit
    EXPECT_EQ(server.receive(), "two");
    server.reply("TWO");
    EXPECT_EQ(client.receive(), "TWO");
    EXPECT_EQ(proxy.stop(SIGINT), 0);
    EXPECT_THAT(proxy.said(), HasSubstr("The link will drop datagram 2 on its way to the server."));
    EXPECT_THAT(proxy.said(), HasSubstr("client 1 -> server  #1 \"one\\n\" (4 bytes)\n"));
    EXPECT_THAT(proxy.said(), HasSubstr("client 1 -> server  #2 \"two\" (3 bytes)  lost (drop)\n"));
    EXPECT_THAT(proxy.said(), HasSubstr("client 1 -> server  #2 \"two\" (3 bytes), copy 2\n"));
    EXPECT_THAT(proxy.said(), HasSubstr("client 1 <- server  #1 \"TWO\" (3 bytes)\n"));
    EXPECT_THAT(proxy.said(), ContainsRegex("came +3 +1\n +drop +1 +0\nwent on +2 +1\n"));
    EXPECT_THAT(proxy.said(), Not(HasSubstr("\x1b")));
}

TEST(UdpProxy, ServesSeveralClientsAndEndsOnSigterm) {
    Socket server(SOCK_DGRAM);
    const Address at = server.bind();
    Running proxy({"proxy", "udp", "--listen", "127.0.0.1:0", "--to", text_of(at)});
    Socket first(SOCK_DGRAM);
    Socket second(SOCK_DGRAM);
    first.connect(proxy.front());
    second.connect(proxy.front());
    for (Socket* client : {&first, &second, &first}) {
        client->send("who?");
        EXPECT_EQ(server.receive(), "who?");
        server.reply(client == &first ? "the first" : "the second");
        EXPECT_EQ(client->receive(), client == &first ? "the first" : "the second");
    }
    EXPECT_EQ(proxy.stop(SIGTERM), 0);
    EXPECT_THAT(proxy.said(), AllOf(HasSubstr("client 2 is "), HasSubstr("2 clients")));
}

TEST(UdpProxy, EveryCopyIsHitWhereNoneIsNamed) {
    Socket server(SOCK_DGRAM);
    const Address at = server.bind();
    Running proxy({"proxy", "udp", "--listen", "0", "--to", text_of(at), "--drop", "all,to=server"});
    Socket client(SOCK_DGRAM);
    client.connect(proxy.front());
    client.send("again");
    client.send("again");
    proxy.until_it_says("lost: the 2nd copy of #1 (drop)");
    EXPECT_EQ(proxy.stop(SIGINT), 0);
    EXPECT_THAT(proxy.said(), HasSubstr("The link will drop every datagram on its way to the server.\n"));
}

TEST(UdpProxy, WhatIsHeldBackGoesOnWhenNothingElseComes) {
    Socket server(SOCK_DGRAM);
    const Address at = server.bind();
    Running proxy({"proxy", "udp", "--listen", "0", "--to", text_of(at), "--reorder", "1,2", "--hold", "10"});
    Socket client(SOCK_DGRAM);
    client.connect(proxy.front());
    client.send("waits for one that never comes");
    EXPECT_EQ(server.receive(), "waits for one that never comes");
    EXPECT_EQ(proxy.stop(SIGINT), 0);
    EXPECT_THAT(proxy.said(),
                AllOf(HasSubstr("held back (reorder)"), HasSubstr("goes on now; it was held back")));
}

TEST(UdpProxy, TakesFieldsAndAFileOfFaults) {
    const system::TemporaryFolder folder;
    const std::string file = folder.path() + "/faults.yaml";
    std::ofstream(file) << "fields: { seq: \"{seq} \" }\nfaults:\n  - drop: { to: program, seq: 7 }\n";
    Socket server(SOCK_DGRAM);
    const Address at = server.bind();
    Running proxy({"proxy", "udp", "--listen", "0", "--to", text_of(at), "--faults", file, "--field",
                   "ack=ACK {ack}", "--truncate", "ack=3,bytes=5"});
    Socket client(SOCK_DGRAM);
    client.connect(proxy.front());
    client.send("7 is dropped");
    client.send("ACK 3 is cut");
    EXPECT_EQ(server.receive(), "ACK 3");
    EXPECT_EQ(proxy.stop(SIGINT), 0);
}

// --- TCP.

TEST(TcpProxy, CarriesAHalfCloseAndTellsIt) {
    const Socket listener(SOCK_STREAM);
    const Address at = listener.bind();
    ::listen(listener.fd(), 5);
    Running proxy({"proxy", "tcp", "--listen", "0", "--to", text_of(at)});
    Socket client(SOCK_STREAM);
    client.connect(proxy.front());
    Socket server = listener.accept();
    client.send("request\n");
    ::shutdown(client.fd(), SHUT_WR);
    EXPECT_EQ(server.receive(), "request\n");
    EXPECT_EQ(server.receive(), "");
    server.send("reply");
    EXPECT_EQ(client.receive(), "reply");
    server = Socket(Fd());
    EXPECT_EQ(client.receive(), "");
    proxy.until_it_says("connection 1: over");
    EXPECT_EQ(proxy.stop(SIGINT), 0);
    EXPECT_THAT(proxy.said(), HasSubstr("connection 1: client -> server  \"request\\n\" (8 bytes)\n"));
    EXPECT_THAT(proxy.said(), HasSubstr("connection 1: client -> server  end of the stream (FIN)\n"));
    EXPECT_THAT(proxy.said(), ContainsRegex("bytes +8 +5\n"));
}

TEST(TcpProxy, RefusesCutsAndResets) {
    const Socket listener(SOCK_STREAM);
    const Address at = listener.bind();
    ::listen(listener.fd(), 5);
    Running proxy({"proxy", "tcp", "--listen", "0", "--to", text_of(at), "--refuse", "1", "--cut-after",
                   "3,to=server,n=2", "--reset-after", "4,to=client,n=3"});
    const Address front = proxy.front();
    Socket refused(SOCK_STREAM);
    refused.connect(front);
    refused.receive();
    EXPECT_EQ(refused.error(), ECONNRESET);
    {
        Socket client(SOCK_STREAM);
        client.connect(front);
        Socket server = listener.accept();
        client.send("abcdef");
        EXPECT_EQ(server.receive(), "abc");
        EXPECT_EQ(server.receive(), "");
    }
    Socket client(SOCK_STREAM);
    client.connect(front);
    const Socket server = listener.accept();
    server.send("abcdef");
    EXPECT_EQ(client.receive(), "abcd");
    client.receive();
    EXPECT_EQ(client.error(), ECONNRESET);
    EXPECT_EQ(proxy.stop(SIGINT), 0);
    EXPECT_THAT(proxy.said(), HasSubstr("is turned away (refuse)"));
    EXPECT_THAT(proxy.said(), HasSubstr("1 connection turned away (refuse)."));
}

TEST(TcpProxy, PiecesAreReadOneByOne) {
    const Socket listener(SOCK_STREAM);
    const Address at = listener.bind();
    ::listen(listener.fd(), 5);
    Running proxy({"proxy", "tcp", "--listen", "0", "--to", text_of(at), "--pieces", "2,to=server"});
    Socket client(SOCK_STREAM);
    client.connect(proxy.front());
    Socket server = listener.accept();
    client.send("abcde");
    EXPECT_EQ(server.receive(), "ab");
    EXPECT_EQ(server.receive(), "cd");
    EXPECT_EQ(server.receive(), "e");
    EXPECT_EQ(proxy.stop(SIGINT), 0);
}

TEST(TcpProxy, AServerThatIsMissingIsTold) {
    Address nobody;
    {
        const Socket gone(SOCK_STREAM);
        nobody = gone.bind();
    }
    Running proxy({"proxy", "tcp", "--listen", "0", "--to", text_of(nobody)});
    Socket client(SOCK_STREAM);
    client.connect(proxy.front());
    client.receive();
    EXPECT_EQ(client.error(), ECONNRESET);
    EXPECT_EQ(proxy.stop(SIGINT), 0);
    EXPECT_THAT(proxy.said(), HasSubstr("the server can't be reached: Connection refused"));
}

// --- Mistakes: one message, exit status 2.

void expect_refusal(std::vector<std::string> words, const std::string& why) {
    const Said said = run(words);
    EXPECT_EQ(said.status, 2) << said.text;
    EXPECT_THAT(said.text, AllOf(testing::StartsWith("sockgrade: "), HasSubstr(why)));
}

TEST(ProxyMistakes, AreNamed) {
    const auto udp = [](std::vector<std::string> more) {
        std::vector<std::string> words{"proxy", "udp", "--listen", "0", "--to", "127.0.0.1:9"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    expect_refusal({"proxy", "udp", "--listen", "0"}, "--to is required");
    expect_refusal({"proxy", "udp", "--to", "9"}, "--listen is required");
    expect_refusal({"proxy", "udp", "--listen", "0", "--to", "127.0.0.1"}, "expected HOST:PORT");
    expect_refusal({"proxy", "udp", "--listen", "0", "--to", "127.0.0.1:70000"}, "with a port up to 65535");
    expect_refusal({"proxy", "udp", "--listen", "0", "--to", "0"}, "an address and a port");
    expect_refusal(udp({"--dorp", "30%"}), "has no option \"--dorp\" (did you mean '--drop'?)");
    expect_refusal(udp({"--drop", "130%"}), "from 1% to 100%");
    expect_refusal(udp({"--drop", "n=none"}), "--drop \"n=none\": n: expected a whole number");
    expect_refusal(udp({"--drop", "often"}), "\"often\" says nothing here");
    expect_refusal(udp({"--drop", "copyy=2"}), "did you mean 'copy'?");
    expect_refusal(udp({"--drop", "to=program"}), "expected to=server or to=client");
    expect_refusal(udp({"--rebind", "n=1,to=client"}), "this fault is for what goes to the server");
    expect_refusal(udp({"--truncate", "n=1"}), "'truncate' needs bytes");
    expect_refusal(udp({"--field", "seq"}), "--field \"seq\": expected a name");
    expect_refusal(udp({"--faults", "/no/such/file"}), "can't read '/no/such/file'");
    expect_refusal({"proxy", "tcp", "--listen", "0", "--to", "9", "--cut", "all"}, "after how many bytes?");
    expect_refusal({"proxy", "tcp", "--listen", "0", "--to", "9", "--refuse", "1,to=server"}, "no direction");
    expect_refusal({"proxy", "tcp", "--listen", "0", "--to", "9", "--drop", "1"}, "has no option \"--drop\"");
    expect_refusal({"proxy", "sctp"}, "");
}

TEST(ProxyMistakes, ABusyPortIsNamed) {
    const Socket taken(SOCK_DGRAM);
    const Address at = taken.bind();
    expect_refusal({"proxy", "udp", "--listen", text_of(at), "--to", "9"},
                   fmt::format("can't listen at {}: Address already in use", text_of(at)));
}

// --- Peers.

TEST(Peer, PlaysAgainstAServerByHand) {
    const Socket listener(SOCK_STREAM);
    const Address at = listener.bind();
    ::listen(listener.fd(), 5);
    Running peer({"peer", "tcp-capitalize-server", "--to", text_of(at), "--seed", "7"});
    Socket server = listener.accept();
    std::string request = server.receive();
    std::transform(request.begin(), request.end(), request.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    server.send(request);
    EXPECT_EQ(server.receive(), "") << "it closes when it has its reply";
    EXPECT_EQ(peer.wait(), 0);
    EXPECT_THAT(peer.said(),
                AllOf(HasSubstr("the client sent "), HasSubstr("the program sent "), HasSubstr("ok ")));
}

TEST(Peer, SaysWhatWasExpected) {
    const Socket listener(SOCK_STREAM);
    const Address at = listener.bind();
    ::listen(listener.fd(), 5);
    Running peer({"peer", "tcp-capitalize-server", "--to", text_of(at), "--seed", "7"});
    Socket server = listener.accept();
    server.send(server.receive());
    server = Socket(Fd());
    EXPECT_EQ(peer.wait(), 1);
    EXPECT_THAT(peer.said(), AllOf(HasSubstr("NOT MET"), HasSubstr("expected  "), HasSubstr("came ")));
}

TEST(Peer, WaitsForAClientByHandUntilCtrlC) {
    Address free;
    {
        const Socket probe(SOCK_DGRAM);
        free = probe.bind();
    }
    Running peer({"peer", "udp-capitalize-client", "--case", "prints-the-reply", "--listen", text_of(free)});
    peer.until_it_says("A peer waits at " + text_of(free));
    Socket client(SOCK_DGRAM);
    client.connect(free);
    peer.until_it_says("awaited");
    const std::string before = "asks for a message, type \"";
    const std::size_t at = peer.said().find(before) + before.size();
    const std::string message = peer.said().substr(at, peer.said().find('"', at) - at);
    client.send(message);
    EXPECT_EQ(client.receive().size(), message.size());
    EXPECT_EQ(peer.wait(), 0);
    EXPECT_THAT(peer.said(), HasSubstr("look     the program prints"));

    Running lonely({"peer", "udp-capitalize-client", "--listen", text_of(free)});
    lonely.until_it_says("awaited");
    EXPECT_EQ(lonely.stop(SIGINT), 1);
    EXPECT_THAT(lonely.said(), HasSubstr("until Ctrl-C"));
}

TEST(Peer, NobodyThereIsTold) {
    Address nobody;
    {
        const Socket gone(SOCK_STREAM);
        nobody = gone.bind();
    }
    const Said said = run({"peer", "tcp-capitalize-server", "--to", text_of(nobody)});
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, HasSubstr("start your server first"));
    EXPECT_THAT(run({"peer", "tcp-capitalize-server", "--listen", "9"}).text,
                HasSubstr("say where it is with --to"));
}

}  // namespace
}  // namespace sockgrade
