// Machines that allow less than this one, made by `without`: what doctor says of them, and that right
// programs pass there all the same. A level that can't be made here is a failure.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "base/columns.hh"
#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"
#include "tests/support/schema.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string kPrograms = in_source("tests/programs/");

struct Machine {
    const char* name;
    std::vector<std::string> lacks;
    const char* level;
};

void PrintTo(const Machine& machine, std::ostream* out) { *out << machine.name; }

const Machine kA{"A", {}, "A"};
const Machine kB{"B", {"control-groups"}, "B"};
const Machine kBAsNobody{"BAsNobody", {"control-groups", "root"}, "B"};
const Machine kC{"C", {"user-namespaces"}, "C"};
const Machine kD{"D", {"namespaces", "capabilities"}, "D"};
const Machine kE{"E", {"namespaces", "root"}, "E"};
const Machine kEWithoutLandlock{"EWithoutLandlock", {"namespaces", "root", "landlock"}, "E"};
const Machine kDocker{"Docker", {"namespaces", "capabilities", "pidfd-getfd", "process-memory"}, "D"};
const Machine kContainer{"Container", {"control-groups", "settings", "host-name"}, "B"};
const Machine kRootAlone{"RootAlone", {"control-groups", "other-users"}, "B"};
const Machine kContainerAsNobody{
    "ContainerAsNobody", {"control-groups", "settings", "host-name", "root"}, "B"};
const Machine kUnobserved{"Unobserved", {"notifications"}, "A"};

Said run_on(const Machine& machine, const std::vector<std::string>& arguments) {
    std::vector<std::string> argv;
    if (!machine.lacks.empty()) {
        argv = machine.lacks;
        argv.insert(argv.begin(), without_program());
        argv.emplace_back("--");
    }
    argv.emplace_back(sockgrade_program());
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return run_program(argv);
}

json doctor_on(const Machine& machine) {
    return json::parse(run_on(machine, {"doctor", "--format", "json"}).text);
}

json ability(const json& doctor, const std::string& name) {
    for (const json& one : doctor["abilities"])
        if (one["name"] == name) return one;
    ADD_FAILURE() << "no " << name << " in " << doctor.dump(2);
    return {};
}

class Isolation : public testing::TestWithParam<Machine> {};

TEST_P(Isolation, DoctorNamesTheLevel) {
    const Said said = run_on(GetParam(), {"doctor"});
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, StartsWith(std::string("isolation level ") + GetParam().level + "\n"));
    EXPECT_THAT(said.text, Not(HasSubstr("\x1b[")));
    std::istringstream lines(said.text);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 80U) << line;
}

TEST_P(Isolation, DoctorsJsonFollowsItsSchema) {
    const Said said = run_on(GetParam(), {"doctor", "--format", "json"});
    EXPECT_EQ(said.status, 0);
    const json doctor = json::parse(said.text);
    EXPECT_EQ(schema::problems_of(doctor, "doctor-1"), "");
    EXPECT_EQ(doctor["isolation"], GetParam().level);
    for (const json& one : doctor["abilities"]) {
        EXPECT_FALSE(one["detail"].get<std::string>().empty()) << one;
        // What is lost has a way to be had again, and what is not lost needs none.
        EXPECT_EQ(one["lost"].get<std::string>().empty(), one["remedy"].get<std::string>().empty()) << one;
        if (one["works"]) {
            EXPECT_EQ(one["lost"], "");
        }
    }
}

TEST_P(Isolation, CheckIsDoneAtTheLevelThatDoctorNames) {
    const Said said = run_on(
        GetParam(), {"check", "udp-sender", kPrograms + "udp-sender/accepted/plain.py", "--format", "json"});
    EXPECT_EQ(json::parse(said.text)["isolation"], GetParam().level);
}

TEST_P(Isolation, RightProgramsPass) {
    for (const char* program :
         {"tcp-capitalize-server/accepted/threads.py", "tcp-capitalize-server/accepted/poll.c",
          "udp-sender/accepted/plain.py", "udp-sender/accepted/plain.c", "tcp-receiver/accepted/plain.py",
          "tcp-receiver/accepted/plain.c", "tcp-sender/accepted/host_by_name.py",
          "udp-reply-client/accepted/host_by_name.go", "tcp-capitalize-server/accepted/host_and_port.py",
          "udp-capitalize-server/accepted/UDPServer.java"}) {
        const std::string path(program);
        const Said said = run_on(GetParam(), {"check", path.substr(0, path.find('/')), kPrograms + path});
        EXPECT_EQ(said.status, 0) << said.text;
    }
}

TEST_P(Isolation, MayBeRequired) {
    const bool enough = GetParam().level <= std::string("C");
    for (const char* program : {"udp-sender/accepted/plain.py", "udp-sender/accepted/plain.c"}) {
        const Said said =
            run_on(GetParam(), {"check", "udp-sender", kPrograms + program, "--require-isolation"});
        EXPECT_EQ(said.status, enough ? 0 : 2) << said.text;
        if (enough) continue;
        EXPECT_THAT(said.text, AllOf(HasSubstr(std::string("at level ") + GetParam().level + " only"),
                                     HasSubstr("`sockgrade doctor`")));
    }
}

INSTANTIATE_TEST_SUITE_P(, Isolation,
                         testing::Values(kA, kB, kBAsNobody, kContainer, kContainerAsNobody, kRootAlone, kC,
                                         kD, kDocker, kE, kEWithoutLandlock),
                         [](const auto& machine) { return machine.param.name; });

TEST(Doctor, FindsEverythingHere) {
    const json doctor = doctor_on(kA);
    for (const json& one : doctor["abilities"]) EXPECT_TRUE(one["works"]) << one;
    EXPECT_THAT(doctor["not_contained"], IsEmpty());
}

TEST(Doctor, TellsWhatIsLostWithoutControlGroups) {
    const json doctor = doctor_on(kB);
    EXPECT_TRUE(ability(doctor, "own-network")["works"]);
    const json memory = ability(doctor, "memory-limit");
    EXPECT_FALSE(memory["works"]);
    EXPECT_THAT(memory["lost"].get<std::string>(), HasSubstr("watched, not limited"));
    EXPECT_NE(memory["command"], "");
    EXPECT_THAT(doctor["not_contained"].dump(), HasSubstr("memory: it is watched"));
}

// What it shows of others is no more than what everybody may see; without Landlock it would be.
TEST(Doctor, TellsThatProgramsSeeAContainersProcesses) {
    const json doctor = doctor_on(kContainerAsNobody);
    const json processes = ability(doctor, "own-processes");
    EXPECT_FALSE(processes["works"]);
    EXPECT_NE(processes["lost"], "");
    EXPECT_THAT(doctor["not_contained"].dump(), HasSubstr("processes: "));
    EXPECT_TRUE(ability(doctor_on(kB), "own-processes")["works"]);
    EXPECT_EQ(doctor_on({"", {"control-groups", "settings", "landlock", "root"}, ""})["isolation"], "E");
}

// Root's processes are counted by nothing but its pid namespace, whose settings have to be at hand.
TEST(Doctor, TellsThatRootMayStartAnyNumberOfProcesses) {
    for (const Machine& machine : {Machine{"", {"control-groups", "other-users", "settings"}, "B"},
                                   Machine{"", {"namespaces", "capabilities", "other-users"}, "E"}}) {
        const json doctor = doctor_on(machine);
        EXPECT_EQ(doctor["isolation"], machine.level);
        const json limit = ability(doctor, "process-limit");
        EXPECT_FALSE(limit["works"]);
        EXPECT_THAT(limit["lost"].get<std::string>(), HasSubstr("any number of processes"));
        EXPECT_THAT(doctor["not_contained"].dump(),
                    HasSubstr("number of processes: a program may start any"));
        EXPECT_THAT(doctor["meaning"].get<std::string>(), Not(HasSubstr("processes (256)")));
    }
    EXPECT_TRUE(ability(doctor_on(kD), "process-limit")["works"]);
}

TEST(Doctor, TellsThatRootIsNeeded) {
    const json doctor = doctor_on(kC);
    EXPECT_THAT(ability(doctor, "user-namespaces")["detail"].get<std::string>(),
                HasSubstr("Operation not permitted"));
    EXPECT_EQ(ability(doctor, "user-namespaces")["lost"], "Keeping programs apart takes root.");
    EXPECT_TRUE(ability(doctor, "own-network")["works"]);
    EXPECT_TRUE(ability(doctor, "own-files")["works"]);
    EXPECT_TRUE(ability(doctor, "bubblewrap")["works"]);
}

std::vector<std::string> processes_of(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator entry("/proc", error), end; !error && entry != end; entry.increment(error)) {
        std::ifstream file(entry->path() / "cmdline", std::ios::binary);
        std::ostringstream line;
        line << file.rdbuf();
        if (line.str().find(folder) != std::string::npos) found.push_back(entry->path().filename());
    }
    return found;
}

// Where a program shares its user with the process that watches over it, and nothing refuses its signals.
TEST(Check, WhoEndsItsWatcherStaysNoLongerThanItsCase) {
    const system::TemporaryFolder folder("outlives");
    const std::string server = folder.path() + "/server.py";
    std::ofstream(server) << "import os, signal, time\n"
                             "for _ in range(3):\n"
                             "    if os.fork() == 0:\n"
                             "        os.setsid()\n"
                             "        signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
                             "        if os.fork() > 0:\n"
                             "            os._exit(0)\n"
                             "        time.sleep(600)\n"
                             "try:\n"
                             "    os.kill(os.getppid(), signal.SIGKILL)\n"
                             "except OSError:\n"
                             "    pass\n"
                             "time.sleep(600)\n";
    fs::permissions(folder.path(), fs::perms(0755));
    for (const Machine& machine : {kD, kE, kEWithoutLandlock}) {
        const Said said =
            run_on(machine, {"check", "tcp-capitalize-server", server, "--case", "replies-in-capitals"});
        EXPECT_NE(said.status, 0) << said.text;
        EXPECT_THAT(processes_of(folder.path()), IsEmpty()) << machine.name;
    }
}

TEST(Doctor, TellsWhatIsNotContainedWithoutNamespaces) {
    for (const Machine& machine : {kD, kE}) {
        const json doctor = doctor_on(machine);
        for (const char* name : {"user-namespaces", "own-network", "own-files", "bubblewrap"}) {
            const json one = ability(doctor, name);
            EXPECT_FALSE(one["works"]) << one;
            EXPECT_NE(one["lost"], "") << one;
            EXPECT_NE(one["command"], "") << one;
        }
        // These do not take them.
        for (const char* name : {"ending-daemons", "socket-calls", "quiescence", "socket-queues"})
            EXPECT_TRUE(ability(doctor, name)["works"]) << name;
        const std::string facts = doctor["not_contained"].dump();
        for (const char* fact : {"network: ", "ports: ", "processes: ", "files: Landlock",
                                 "disk: ", "memory: ", "one after another", "loopback"})
            EXPECT_THAT(facts, HasSubstr(fact));
    }
}

TEST(Doctor, TellsWhatIsLostWithoutLandlockWhereItIsNeeded) {
    const json doctor = doctor_on(kEWithoutLandlock);
    EXPECT_THAT(ability(doctor, "refused-files")["lost"].get<std::string>(), HasSubstr("can read and write"));
    EXPECT_THAT(ability(doctor, "refused-signals")["lost"].get<std::string>(),
                HasSubstr("end other processes"));
    EXPECT_THAT(doctor["not_contained"].dump(),
                AllOf(HasSubstr("files: without Landlock"), HasSubstr("kill your other processes")));
    const json apart = doctor_on({"", {"landlock"}, "A"});
    EXPECT_FALSE(ability(apart, "refused-files")["works"]);
    EXPECT_EQ(ability(apart, "refused-files")["lost"], "");
}

TEST(Doctor, SaysThatNothingCanBeGradedUnobserved) {
    const Said said = run_on(kUnobserved, {"doctor"});
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.text, HasSubstr("Programs can't be graded here"));
    const json doctor = doctor_on(kUnobserved);
    EXPECT_EQ(schema::problems_of(doctor, "doctor-1"), "");
    EXPECT_FALSE(doctor["can_grade"]);
    EXPECT_TRUE(ability(doctor, "pidfd_getfd")["works"]);
    EXPECT_FALSE(ability(doctor, "seccomp-notification")["works"]);
    EXPECT_THAT(ability(doctor, "seccomp-notification")["lost"].get<std::string>(),
                HasSubstr("no program can be graded"));
}

// What the machine lacks must not be held against a program.
TEST(Check, GivesNoVerdictUnobserved) {
    const Said said =
        run_on(kUnobserved, {"check", "udp-sender", kPrograms + "udp-sender/accepted/plain.py"});
    EXPECT_EQ(said.status, 3);
    EXPECT_THAT(said.text, AllOf(HasSubstr("can't be observed here"), HasSubstr("`sockgrade doctor`")));
}

TEST(Doctor, HasColourWhenAskedFor) {
    EXPECT_THAT(run({"doctor", "--color", "always"}).text, HasSubstr("\x1b[32m"));
}

TEST(Doctor, KnowsTwoFormats) { EXPECT_EQ(run({"doctor", "--format", "junit"}).status, 2); }

}  // namespace
}  // namespace sockgrade
