// What is around the grader, and is never the program's fault: made for real, in mounts and networks of their
// own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

const std::string kServerInC = in_source("tests/programs/udp-capitalize-server/accepted/plain.c");
const std::string kServerInPython = in_source("tests/programs/udp-capitalize-server/accepted/plain.py");

class SurroundingsOfTheGrader : public testing::Test {
  protected:
    void SetUp() override {
        if (::geteuid() != 0) GTEST_SKIP() << "mounts take root";
    }
    // `prepare`: shell commands in namespaces of their own; then Sockgrade.
    static Said run_after(const std::string& prepare, const std::vector<std::string>& arguments,
                          const std::string& namespaces = "-m") {
        std::string line = prepare + " && exec \"$@\"";
        std::vector<std::string> argv = {"unshare", namespaces, "sh", "-c", line, "sh", sockgrade_program()};
        argv.insert(argv.end(), arguments.begin(), arguments.end());
        return run_program(argv);
    }
    static std::vector<std::string> check(const std::string& program) {
        return {"check", "udp-capitalize-server", program, "--case", "replies-in-capitals"};
    }
    static json ability(const Said& said, const std::string& name) {
        const json all = json::parse(said.text, nullptr, false);
        if (!all.is_discarded())
            for (const json& one : all["abilities"])
                if (one["name"] == name) return one;
        ADD_FAILURE() << "no " << name << " in " << said.text;
        return {};
    }
};

const std::vector<std::string> kDoctor = {"doctor", "--format", "json"};
constexpr const char* kNoexecTmp = "mount -t tmpfs -o noexec,size=200m tmpfs /tmp";
constexpr const char* kNoexecEverywhere =
    "for place in /tmp /var/tmp /dev/shm /run; do mount -t tmpfs -o noexec,size=200m tmpfs $place; done";
constexpr const char* kReadOnlyEverywhere =
    "for place in /tmp /var/tmp /dev/shm /run; do mount -t tmpfs -o ro tmpfs $place; done";

TEST_F(SurroundingsOfTheGrader, AFolderInWhichNothingMayBeStartedIsPassedBy) {
    const Said said = run_after(kNoexecTmp, check(kServerInC));
    EXPECT_EQ(said.status, 0) << said.text;
    const json line = ability(run_after(kNoexecTmp, kDoctor), "temporary-files");
    EXPECT_TRUE(line["works"]);
    EXPECT_THAT(line["detail"].get<std::string>(),
                AllOf(HasSubstr("/var/tmp has room"),
                      HasSubstr("not /tmp (no program in it may be started: Permission denied)")));
}

// As in a container with --read-only and --tmpfs /tmp.
TEST_F(SurroundingsOfTheGrader, WhereNothingMayBeStartedWhatIsBuiltStartsFromMemory) {
    for (const std::string& program : {kServerInC, kServerInPython}) {
        const Said said = run_after(kNoexecEverywhere, check(program));
        EXPECT_EQ(said.status, 0) << said.text;
    }
    const Said built = run_after(
        kNoexecEverywhere, check(in_source("tests/programs/udp-capitalize-server/accepted/with_makefile")));
    EXPECT_EQ(built.status, 3) << built.text;
    EXPECT_THAT(built.text, AllOf(HasSubstr("what is built can't be started"), HasSubstr("TMPDIR")));
    const json line = ability(run_after(kNoexecEverywhere, kDoctor), "temporary-files");
    EXPECT_FALSE(line["works"]);
    EXPECT_THAT(line["lost"].get<std::string>(), HasSubstr("folders with one can't be graded"));
}

TEST_F(SurroundingsOfTheGrader, AReadOnlyOrFullPlaceIsPassedBy) {
    for (const char* prepare :
         {"mount -t tmpfs -o ro tmpfs /tmp",
          "mount -t tmpfs -o size=1m tmpfs /tmp && head -c 2000000 /dev/zero > /tmp/full 2>/dev/null; true"})
        for (const std::string& program : {kServerInC, kServerInPython}) {
            const Said said = run_after(prepare, check(program));
            EXPECT_EQ(said.status, 0) << prepare << "\n" << said.text;
        }
    const Said nowhere = run_after(kReadOnlyEverywhere, check(kServerInPython));
    EXPECT_EQ(nowhere.status, 3);
    EXPECT_THAT(nowhere.text, AllOf(HasSubstr("there is no folder for temporary files: /tmp (Read-only"),
                                    HasSubstr("TMPDIR")));
    const Said doctor = run_after(kReadOnlyEverywhere, kDoctor);
    EXPECT_EQ(doctor.status, 3);
    EXPECT_FALSE(ability(doctor, "temporary-files")["works"]);
}

// What is built there has to be seen by the program, which has a /tmp, a /var/tmp and a /dev/shm of its own.
TEST_F(SurroundingsOfTheGrader, AnyPlaceWillDo) {
    for (const char* place : {"/var/tmp", "/dev/shm", "/run", "/tmp/below"}) {
        const Said said =
            run_after(std::string("mkdir -p ") + place + " && export TMPDIR=" + place, check(kServerInC));
        EXPECT_EQ(said.status, 0) << place << "\n" << said.text;
    }
}

// Its own Makefile waits until a neighbour has filled the disk, where that is small.
TEST_F(SurroundingsOfTheGrader, ADiskThatIsFullBehindAFailedBuildIsTroubleAndTriedAgain) {
    const system::TemporaryFolder work("full-disk");
    const std::string program = work.path() + "/class/ann/server";
    std::filesystem::create_directories(program);
    std::filesystem::copy_file(kServerInC, program + "/server.c");
    std::ofstream(program + "/Makefile")
        << "server: server.c\n"
           "\tif [ $$(df --output=size . | tail -n 1) -lt 60000 ]; then \\\n"
           "\t    while [ $$(df --output=avail . | tail -n 1) -gt 0 ]; do :; done; fi\n"
           "\t$(CC) -o $@ $<\n";
    std::ofstream(work.path() + "/week.yaml")
        << "assignment: week\ntitle: Week\nexercises:\n"
           "  - { exercise: udp-capitalize-server, program: \"server/\" }\n";
    const std::vector<std::string> batch = {"batch", work.path() + "/week.yaml", work.path() + "/class",
                                            "--out", work.path() + "/out"};
    const std::string fill =
        "mkdir -p /tmp/small && mount -t tmpfs -o size=50m tmpfs /tmp/small && export TMPDIR=/tmp/small && "
        "{ (until ls -d /tmp/small/sockgrade-build* >/dev/null 2>&1; do :; done; "
        "head -c 99999999 /dev/zero > /tmp/small/full 2>/dev/null) & }";
    const Said full = run_after(fill, batch);
    EXPECT_EQ(full.status, 3) << full.text;
    EXPECT_THAT(full.text, HasSubstr("No space left on device"));
    std::vector<std::string> again = batch;
    again.emplace_back("--resume");
    const Said said = run(again);
    EXPECT_EQ(said.status, 0) << said.text;
}

TEST_F(SurroundingsOfTheGrader, AReadOnlyWorkingDirectoryDoesNoHarm) {
    const Said said = run_after("mount -t tmpfs tmpfs /mnt && cp " + kServerInPython +
                                    " /mnt/server.py && mount -o "
                                    "remount,ro /mnt && "
                                    "cd /mnt",
                                check("server.py"));
    EXPECT_EQ(said.status, 0) << said.text;
}

// asyncio listens at each address of localhost.
TEST_F(SurroundingsOfTheGrader, IPv6ThatIsSwitchedOffIsNoFaultOfTheProgram) {
    const system::TemporaryFolder folder;
    const std::string server = folder.path() + "/server.py";
    std::ofstream(server) << "import asyncio, sys\n"
                             "async def serve(reader, writer):\n"
                             "    writer.write((await reader.read(2000)).upper())\n"
                             "    writer.close()\n"
                             "async def main():\n"
                             "    server = await asyncio.start_server(serve, 'localhost', int(sys.argv[1]))\n"
                             "    await server.serve_forever()\n"
                             "asyncio.run(main())\n";
    const std::vector<std::string> words = {"check", "tcp-capitalize-server", server, "--case",
                                            "replies-in-capitals"};
    const std::string off =
        "for of in all default lo; do echo 1 > /proc/sys/net/ipv6/conf/$of/disable_ipv6; done";
    const Said said = run_after(off, words, "-mn");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_TRUE(ability(run_after(off, kDoctor, "-mn"), "localhost")["works"]);
}

// asyncio does it in any order.
TEST_F(SurroundingsOfTheGrader, WhoListensForIPv6BeforeIPv4IsMetWhereTheMachineHasNoIPv6) {
    const system::TemporaryFolder folder;
    const auto server = [&](const std::string& name, const std::string& also) {
        const std::string path = folder.path() + "/" + name;
        std::ofstream(path) << "import select, socket, sys\n"
                               "port = int(sys.argv[1])\n"
                               "first = socket.socket(socket.AF_INET6)\n"
                               "first.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)\n"
                               "first.bind(('::', port))\n"
                               "first.listen()\n"
                               "listeners = [first]\n" +
                                   also +
                                   "while True:\n"
                                   "    for listener in select.select(listeners, [], [])[0]:\n"
                                   "        connection, _ = listener.accept()\n"
                                   "        connection.sendall(connection.recv(2000).upper())\n"
                                   "        connection.close()\n";
        return path;
    };
    const std::string in_a_container =
        "ip link set lo up && for of in all default lo; do echo 1 > "
        "/proc/sys/net/ipv6/conf/$of/disable_ipv6; done && "
        "set -- " +
        without_program() + " namespaces capabilities -- \"$@\"";
    const auto grade = [&](const std::string& path) {
        return run_after(in_a_container,
                         {"check", "tcp-capitalize-server", path, "--case", "replies-in-capitals"}, "-mn");
    };
    const Said both = grade(server("both.py",
                                   "second = socket.socket()\n"
                                   "second.bind(('', port))\n"
                                   "second.listen()\n"
                                   "listeners.append(second)\n"));
    EXPECT_EQ(both.status, 0) << both.text;
    const Said alone = grade(server("alone.py", ""));
    EXPECT_EQ(alone.status, 3) << alone.text;
    EXPECT_THAT(alone.text, HasSubstr("listens for IPv6 only"));
}

}  // namespace
}  // namespace sockgrade
