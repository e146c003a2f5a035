// Programs that look for hosts by their names, through the resolver that Python takes from the system.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "python_case.hh"

namespace sockgrade::run {
namespace {

using testing::HasSubstr;
namespace event = model::event;

model::Plan until_it_ends(model::Transport transport = model::Transport::udp) {
    return plan(model::Role::client, transport, {step(model::kProgram, model::Exits{})});
}

const event::NameAsked* asked(const model::Transcript& transcript, const std::string& name) {
    for (const auto* one : transcript.all<event::NameAsked>())
        if (one->name == name) return one;
    return nullptr;
}

TEST(NameServer, KnowsEveryHost) {
    const auto transcript = run_python(until_it_ends(), R"py(
import socket
for name in ("my-laptop", "server.example.edu.", "raspberrypi.local"):
    print(name, socket.gethostbyname(name))
print(sorted({family for family, *rest in socket.getaddrinfo("Yohanna", 80)}) == [socket.AF_INET])
)py");
    EXPECT_EQ(printed_by(transcript),
              "my-laptop 127.0.0.1\nserver.example.edu. 127.0.0.1\nraspberrypi.local 127.0.0.1\n"
              "True\n");
    ASSERT_NE(asked(transcript, "Yohanna"), nullptr);
    EXPECT_EQ(asked(transcript, "Yohanna")->host, "127.0.0.1");
    // Asking is nothing that the program does in the exercise.
    EXPECT_EQ(transcript.first<event::SocketCall>(), nullptr);
    EXPECT_EQ(transcript.first<event::Received>(), nullptr);
}

TEST(NameServer, KnowsNoneThatCannotBe) {
    const auto transcript = run_python(until_it_ends(), R"py(
import socket
for name in ("http://server.edu", "300.1.1.1", "my laptop", "127.0.0.1:5000"):
    try:
        print(socket.gethostbyname(name))
    except OSError as error:
        print("none")
print(socket.getfqdn("192.168.1.7"))
)py");
    EXPECT_EQ(printed_by(transcript), "none\nnone\nnone\nnone\n192.168.1.7\n");
    // Some are not even asked for.
    for (const auto* one : transcript.all<event::NameAsked>()) EXPECT_EQ(one->host, "") << one->name;
}

TEST(NameServer, IsAnotherComputerWhereOneIsToBeFound) {
    model::Plan lan = until_it_ends();
    lan.address_rule = model::AddressRule::given_host;
    EXPECT_EQ(printed_by(run_python(lan, "import socket; print(socket.gethostbyname('friend'))")),
              "192.168.7.9\n");
}

TEST(NameServer, LeavesItsPortToTheProgram) {
    const auto transcript = run_python(until_it_ends(), R"py(
import socket
mine = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
mine.bind(("", 53))
print("bound")
)py");
    EXPECT_EQ(printed_by(transcript), "bound\n");
}

TEST(NameServer, OwesNothingAfterItsAnswer) {
    model::Plan one = plan(model::Role::client, model::Transport::tcp,
                           {step("server", model::Accept{}), step("server", model::Expect{})});
    std::get<model::Expect>(one.steps[1].action).what = model::Expect::What::anything;
    const auto transcript = run_python(one, R"py(
import socket, time
time.sleep(5)
with socket.create_connection(("my-laptop", 5000)) as s:
    s.sendall(b"hello")
    s.recv(100)
)py");
    ASSERT_NE(transcript.first<event::Opened>(), nullptr);
    EXPECT_EQ(transcript.first<event::Opened>()->local, (model::Address{"127.0.0.1", 5000}));
    ASSERT_NE(transcript.first<event::Received>(), nullptr);
    EXPECT_EQ(transcript.first<event::RealTime>(), nullptr);
}

}  // namespace
}  // namespace sockgrade::run
