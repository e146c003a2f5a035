// A class from the command line: graded, killed, resumed, on a full disk, and shown again.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "system/fd.hh"
#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"
#include "tests/support/schema.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string kServers = in_source("tests/programs/udp-capitalize-server/");
constexpr const char* kClassExercise = "udp-capitalize-server";

std::string text_in(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class ClassOnTheCommandLine : public testing::Test {
  protected:
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
    std::string out() const { return path("results"); }
    void add(const std::string& name, const std::string& content) const {
        fs::create_directories(fs::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
    }
    void hand_in(const std::string& name, const std::string& program) const {
        fs::create_directories(fs::path(path(name)).parent_path());
        fs::copy_file(kServers + program, path(name));
    }
    // Three who are right, one who is wrong.
    void small_class() const {
        for (const char* who : {"ann", "bo", "cy"})
            hand_in(std::string("class/") + who + "/server.py", "accepted/plain.py");
        add("class/dee/server.py", "import socket\nsocket.socket(0)\n");
    }
    std::vector<std::string> command(const std::string& assignment = kClassExercise) const {
        return {"batch", assignment, path("class"), "--out", out(), "--seed", "5"};
    }
    Said batch(const std::vector<std::string>& more = {},
               const std::string& assignment = kClassExercise) const {
        std::vector<std::string> words = command(assignment);
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    // Each student's and exercise's line of the CSV, without its durations: the second key is the exercise.
    std::map<std::string, std::string> rows() const {
        std::istringstream csv(run({"report", out(), "--format", "csv"}).text);
        std::map<std::string, std::string> rows;
        std::string line;
        for (std::getline(csv, line); std::getline(csv, line);) {
            const std::string without_time = line.substr(0, line.rfind(','));
            rows[line.substr(0, line.find(','))] += without_time + "\n";
        }
        return rows;
    }

    system::TemporaryFolder folder_;
};

TEST_F(ClassOnTheCommandLine, IsGradedAndShownAgain) {
    small_class();
    const Said said = batch();
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("4 students, 1 exercise; 4 to do, seed 5"),
                                 HasSubstr("3 passed, 1 failed, 0 missing, 0 to look at")));
    EXPECT_TRUE(fs::exists(out() + "/summary.csv"));
    EXPECT_THAT(text_in(out() + "/summary.txt"), HasSubstr("3 passed, 1 failed"));
    const Said again = run({"report", out()});
    EXPECT_EQ(again.status, 1);
    EXPECT_EQ(again.text, text_in(out() + "/summary.txt"));
    const auto lines = rows();
    EXPECT_EQ(lines.size(), 4U);
    EXPECT_THAT(lines.at("\"dee\""), HasSubstr("failed"));
}

TEST_F(ClassOnTheCommandLine, ReportsOfEachStudentAreAsAfterACheck) {
    small_class();
    batch();
    const Said checked =
        run({"check", kClassExercise, path("class/dee/server.py"), "--seed", "5", "--format", "json"});
    const Said said = run({"report", out(), "--format", "json", "--output", path("reports")});
    EXPECT_EQ(said.status, 1) << said.text;
    auto saved = nlohmann::json::parse(text_in(path("reports/dee/udp-capitalize-server.json")));
    auto fresh = nlohmann::json::parse(checked.text);
    EXPECT_EQ(schema::problems_of(saved, "result-1"), "");
    EXPECT_EQ(saved.at("program"), "server.py");
    for (const char* same : {"verdict", "score", "max_score", "exercise", "seed"})
        EXPECT_EQ(saved.at(same), fresh.at(same)) << same;
    for (std::size_t i = 0; i < fresh.at("cases").size(); ++i)
        for (const char* same : {"id", "verdict", "cause", "summary", "points"})
            EXPECT_EQ(saved.at("cases").at(i).at(same), fresh.at("cases").at(i).at(same));
    EXPECT_TRUE(fs::exists(path("reports/points.csv")));
    for (const char* format : {"text", "junit", "sequence", "svg", "markdown", "tap"}) {
        const Said one = run({"report", out(), "--only", "dee", "--format", format});
        EXPECT_EQ(one.status, 1) << format << one.text;
        EXPECT_GT(one.text.size(), 50U) << format;
    }
    EXPECT_THAT(run({"report", out(), "--format", "svg"}).text,
                HasSubstr("name a folder for them with --output"));
    EXPECT_THAT(run({"report", out(), "--only", "zoe"}).text, HasSubstr("has no results of zoe"));
}

TEST_F(ClassOnTheCommandLine, PagesAreLinkedFromThatOfTheClass) {
    small_class();
    batch();
    EXPECT_EQ(run({"report", out(), "--format", "html", "--output", path("pages")}).status, 1);
    const std::string link = "students/dee/udp-capitalize-server.html";
    EXPECT_THAT(text_in(path("pages/index.html")), HasSubstr("href=\"" + link + "\""));
    EXPECT_THAT(text_in(path("pages/" + link)), HasSubstr("<title>"));
    const Said alone = run({"report", out(), "--format", "html"});
    EXPECT_THAT(alone.text, AllOf(HasSubstr("dee"), Not(HasSubstr("href=\"students/"))))
        << "nothing is there to be linked";
    EXPECT_EQ(run({"report", out(), "--format", "html", "--only", "dee"}).text,
              text_in(path("pages/" + link)));
    EXPECT_THAT(run({"report", out(), "--format", "html", "--only", "dee", "--only", "ann"}).text,
                HasSubstr("2 pages don't fit into one: name a folder for them with --output"));
}

TEST_F(ClassOnTheCommandLine, AnAssignmentFindsEachProgram) {
    hand_in("class/ann/hw/UDP/Server.py", "accepted/plain.py");
    fs::create_directories(path("class/ann/hw/tcp"));
    fs::copy_file(in_source("tests/programs/tcp-capitalize-server/accepted/threads.py"),
                  path("class/ann/hw/tcp/server.py"));
    hand_in("class/bo/udp/server.py", "accepted/plain.py");
    hand_in("class/bo/old/udp/server.py", "accepted/plain.py");
    add("week.yaml",
        "assignment: week-2\ntitle: The second week\nexercises:\n"
        "  - { exercise: udp-capitalize-server, program: \"udp/server.*\", points: 10 }\n"
        "  - { exercise: tcp-capitalize-server, program: \"tcp/server.*\", points: 20 }\n");
    add("class.csv", "id,name\nann,Ann Lee\nbo,Bo Ray\nc7,Cy Doe\n");
    const Said said = batch({"--roster", path("class.csv")}, path("week.yaml"));
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text,
                AllOf(HasSubstr("The second week"), HasSubstr("passed        10/10"),
                      HasSubstr("passed        20/20"), HasSubstr("several programs like udp/server.*"),
                      HasSubstr("\"udp/server.py\" and \"old/udp/server.py\""),
                      HasSubstr("no program like tcp/server.*"), HasSubstr("Nothing was handed in.")));
    EXPECT_THAT(
        run({"report", out(), "--points"}).text,
        AllOf(HasSubstr("\"Ann Lee\",\"ann\",\"ann\",10,20"), HasSubstr("\"Bo Ray\",\"bo\",\"bo\",,0"),
              HasSubstr("\"Cy Doe\",\"c7\",\"absent:c7\",0,0")));
}

TEST_F(ClassOnTheCommandLine, EverybodyMeetsEverybody) {
    const std::string pairs = in_source("tests/programs/pair-udp-message/");
    fs::create_directories(path("class"));
    fs::copy(pairs + "accepted/python", path("class/ann"));
    fs::copy(pairs + "accepted/python", path("class/bo"));
    fs::copy(pairs + "rejected/receiver_never_binds", path("class/cy"));
    fs::copy(pairs + "accepted/c_and_java", path("class/dee"));  // what is built belongs to each run
    fs::remove(path("class/bo/receiver.py"));
    add("week.yaml",
        "assignment: w\nexercises:\n  - exercise: pair-udp-message\n"
        "    programs: { sender: \"sender.*\", receiver: \"{receiver,UDPReceiver}.*\" }\n");
    const Said said = batch({"--matrix"}, path("week.yaml"));
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text,
                AllOf(HasSubstr("16 meetings, 16 to do"), HasSubstr("  1 ann +   r +\n"),
                      HasSubstr("  2 bo  +   r +\n"), HasSubstr("  3 cy  +   r +\n"),
                      HasSubstr("  3 cy   2/3 as sender, 0/4 as receiver"), HasSubstr("  4 dee +   r +\n")));
    const Said again = batch({"--matrix", "--resume"}, path("week.yaml"));
    EXPECT_THAT(again.text, HasSubstr("16 meetings, 0 to do"));
    EXPECT_THAT(
        run({"report", out(), "--matrix", "--format", "csv"}).text,
        AllOf(HasSubstr("\"ann\",\"ann\",\"passed\""), HasSubstr("\"ann\",\"cy\",\"failed\",\"receiver\""),
              HasSubstr("\"ann\",\"bo\",\"none\"")));
    EXPECT_THAT(run({"batch", kClassExercise, path("class"), "--out", path("other"), "--matrix"}).text,
                HasSubstr("--matrix is for pairs, and udp-capitalize-server has none"));
    EXPECT_THAT(run({"report", out(), "--matrix", "--format", "junit"}).text, HasSubstr("text or csv"));
}

TEST_F(ClassOnTheCommandLine, AnExportOfTheCourseSystemIsFilledIn) {
    small_class();
    batch();
    add("grades.csv",
        "Student,ID,Section,Week 1 (7),udp-capitalize-server (8)\n    Points Possible,,,5,9\n"
        "Ann,ann,A,4,\nDee,dee,A,,1\nZoe,zoe,B,,\n");
    const Said said =
        run({"report", out(), "--grade-book", path("grades.csv"), "--output", path("filled.csv")});
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("2 grades filled in"), HasSubstr("points were scaled"),
                                 HasSubstr("not to be told apart by name: \"bo\" and \"cy\"")));
    EXPECT_EQ(text_in(path("filled.csv")),
              "Student,ID,Section,Week 1 (7),udp-capitalize-server (8)\n    Points Possible,,,5,9\n"
              "Ann,ann,A,4,9\nDee,dee,A,,0\nZoe,zoe,B,,\n");
    EXPECT_THAT(run({"report", out(), "--grade-book", path("grades.csv"), "--column", "Week 2"}).text,
                HasSubstr("has no column that is called \"Week 2\"; name one with --column"));
}

// What is hidden from students is in the database, in no report for them, and in full where it is asked for.
TEST_F(ClassOnTheCommandLine, HiddenCasesAreAnnouncedAndNotShown) {
    small_class();
    std::string spec = text_in(in_source("specs/udp-capitalize-server.yaml"));
    const std::string id = "replies-in-capitals";
    for (std::size_t at = spec.find("  - id: "); at != std::string::npos; at = spec.find("  - id: ", at + 1))
        spec.insert(spec.find('\n', at) + 1, "    visibility: hidden\n");
    add("hidden.yaml", spec);
    const Said said = batch({}, path("hidden.yaml"));
    EXPECT_EQ(said.status, 1) << said.text;
    for (const char* format : {"text", "json", "junit", "markdown", "tap", "csv", "ctrf", "autolab"}) {
        const std::string shown = run({"report", out(), "--only", "dee", "--format", format}).text;
        EXPECT_THAT(shown, AllOf(HasSubstr("hidden-1"), Not(HasSubstr(id)))) << format;
    }
    EXPECT_THAT(run({"report", out(), "--only", "dee", "--show-hidden"}).text, HasSubstr(id));
    const std::string gradescope = run({"report", out(), "--only", "dee", "--format", "gradescope"}).text;
    EXPECT_THAT(gradescope, AllOf(HasSubstr(id), HasSubstr("\"visibility\": \"hidden\"")));
}

TEST_F(ClassOnTheCommandLine, WhatIsWrongIsSaidBeforeAnythingRuns) {
    const auto refusal = [&](const Said& said) {
        EXPECT_EQ(said.status, 2) << said.text;
        EXPECT_FALSE(fs::exists(out()));
        return said.text;
    };
    EXPECT_THAT(refusal(batch()), HasSubstr("there is no such folder or archive with hand-ins"));
    fs::create_directories(path("class"));
    EXPECT_THAT(refusal(batch()), HasSubstr("has no hand-ins in it"));
    EXPECT_THAT(refusal(batch({}, "udp-capitalise-server")),
                HasSubstr("did you mean 'udp-capitalize-server'?"));
    add("week.yaml", "assignment: w\nexercises:\n  - udp-capitalize-server\n  - tcp-sendr\n");
    EXPECT_THAT(refusal(batch({}, path("week.yaml"))),
                AllOf(HasSubstr("week.yaml:4:"), HasSubstr("did you mean 'tcp-sender'?")));
    add("class.csv", "who\n");
    EXPECT_THAT(refusal(batch({"--roster", path("class.csv")})), HasSubstr("class.csv:1:1:"));
}

TEST_F(ClassOnTheCommandLine, OneBadHandInStopsNoOther) {
    hand_in("class/ann.py", "accepted/plain.py");
    add("class/bo.zip", "PK\x03\x04 and nothing more");
    add("class/cy/readme.txt", "sorry");
    const Said said = batch();
    EXPECT_EQ(said.status, 3) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("The archive \"bo.zip\" was not unpacked"),
                                 HasSubstr("The hand-in has no program; it has \"readme.txt\"."),
                                 HasSubstr("1 passed, 0 failed, 0 missing, 2 to look at")));
}

TEST_F(ClassOnTheCommandLine, WhatIsThereIsNotGradedAgain) {
    small_class();
    batch();
    const auto before = rows();
    const Said refused = batch();
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.text, HasSubstr("--resume goes on with them"));
    EXPECT_THAT(batch({"--resume"}).text, HasSubstr("0 to do"));
    EXPECT_EQ(rows(), before);
    // Another hand-in, another student, and what failed.
    hand_in("class/eve/server.py", "accepted/plain.py");
    add("class/ann/server.py", "import sys\n");
    EXPECT_THAT(batch({"--resume"}).text, AllOf(HasSubstr("2 to do"), HasSubstr("3 passed, 2 failed")));
    EXPECT_THAT(batch({"--rerun", "failed"}).text, HasSubstr("2 to do"));
    EXPECT_THAT(batch({"--rerun", "eve"}).text, HasSubstr("1 to do"));
    EXPECT_THAT(batch({"--rerun", "zoe"}).text, HasSubstr("nothing is stored of a student \"zoe\""));
    EXPECT_THAT(batch({"--resume", "--real-time", "--no-quiescence"}).text,
                HasSubstr("graded in another way"));
    std::vector<std::string> other_seed = command();
    other_seed.back() = "6";
    other_seed.emplace_back("--resume");
    EXPECT_THAT(run(other_seed).text, HasSubstr("have the seed 5"));
}

// A pattern was too narrow: only who is graded by another file for it is graded again.
TEST_F(ClassOnTheCommandLine, OtherPatternsGradeAgainWhoseFileChanges) {
    hand_in("class/ann/server.py", "accepted/plain.py");
    hand_in("class/bo/udp_srv.py", "accepted/plain.py");
    const auto assignment = [&](const std::string& pattern) {
        add("week.yaml",
            "assignment: week\nexercises: [{ exercise: udp-capitalize-server, program: " + pattern + " }]\n");
        return path("week.yaml");
    };
    EXPECT_THAT(batch({}, assignment("\"server.*\"")).text,
                HasSubstr("1 passed, 0 failed, 0 missing, 1 to look at"));
    add("results/overrides.csv", "student,exercise,points,reason\nann,,0.5,by hand\n");
    EXPECT_THAT(batch({"--resume"}, assignment("[\"server.*\", \"udp_s*.*\"]")).text,
                AllOf(HasSubstr("with them the file of 1 result"), HasSubstr("1 to do"),
                      HasSubstr("2 passed, 0 failed"), HasSubstr("0.5/")));
    EXPECT_THAT(batch({"--resume"}, path("week.yaml")).text,
                AllOf(HasSubstr("; 0 to do"), Not(HasSubstr("patterns"))));
}

TEST_F(ClassOnTheCommandLine, WhoSharesANameIsToldApart) {
    hand_in("class/a1/server.py", "accepted/plain.py");
    hand_in("class/a2/server.py", "accepted/plain.py");
    add("class.csv", "id,name\na1,Anna Schmidt\na2,Anna Schmidt\n");
    EXPECT_THAT(batch({"--roster", path("class.csv")}).text,
                AllOf(HasSubstr("Anna Schmidt (a1)"), HasSubstr("Anna Schmidt (a2)")));
    EXPECT_THAT(run({"report", out(), "--only", "Anna Schmidt"}).text,
                AllOf(HasSubstr("Anna Schmidt (a1): "), HasSubstr("Anna Schmidt (a2): ")));
    EXPECT_THAT(
        batch({"--rerun", "Anna Schmidt", "--roster", path("class.csv")}).text,
        HasSubstr("2 are called \"Anna Schmidt\", and all of them are graded again; name one by \"a1\" or "
                  "\"a2\""));
}

// Starts the program and, when it has said so many times that a result is stored, kills it.
class RunningClass {
  public:
    explicit RunningClass(std::vector<std::string> words) {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
        said_.reset(ends[0]);
        const system::Fd write_end(ends[1]);
        words.insert(words.begin(), sockgrade_program());
        std::vector<char*> argv;
        for (std::string& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(write_end.get(), STDERR_FILENO);
            ::dup2(write_end.get(), STDOUT_FILENO);
            ::execv(argv[0], argv.data());
            ::_exit(127);
        }
    }
    ~RunningClass() {
        if (process_ > 0) end_with(SIGKILL);
    }
    RunningClass(const RunningClass&) = delete;
    RunningClass& operator=(const RunningClass&) = delete;

    // False when it ends before it says that.
    bool wait_for(const std::string& text) {
        while (heard_.find(text) == std::string::npos) {
            std::array<char, 4096> buffer;
            const ssize_t size = ::read(said_.get(), buffer.data(), buffer.size());
            if (size <= 0) return false;
            heard_.append(buffer.data(), static_cast<std::size_t>(size));
        }
        return true;
    }
    int end_with(int signal) {
        ::kill(process_, signal);
        wait_for("what it never says");
        int status = 0;
        ::waitpid(process_, &status, 0);
        process_ = -1;
        return status;
    }
    const std::string& heard() const { return heard_; }

  private:
    system::Fd said_;
    std::string heard_;
    pid_t process_ = -1;
};

// A line is printed when its result is stored. Killed behind each of them, and resumed each time.
TEST_F(ClassOnTheCommandLine, KilledAtAnyResultItGoesOnAndLosesNothing) {
    small_class();
    batch({"--jobs", "1"});
    const auto undisturbed = rows();
    fs::remove_all(out());
    for (int killed = 1; killed <= 3; ++killed) {
        std::vector<std::string> words = command();
        words.insert(words.end(), {"--jobs", "1", "--resume"});
        RunningClass running(words);
        ASSERT_TRUE(running.wait_for("1/" + std::to_string(5 - killed) + "  ")) << running.heard();
        EXPECT_TRUE(WIFSIGNALED(running.end_with(SIGKILL)));
        const auto stored = rows();
        std::size_t done = 0;
        for (const auto& [student, row] : stored)
            if (row.find("not done yet") == std::string::npos) ++done;
        // The next may have been stored by the time that the signal came.
        EXPECT_GE(done, static_cast<std::size_t>(killed));
        if (done > static_cast<std::size_t>(killed)) break;
    }
    const Said said = batch({"--jobs", "1", "--resume"});
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_EQ(rows(), undisturbed);
}

TEST_F(ClassOnTheCommandLine, CtrlCSaysHowToGoOn) {
    small_class();
    std::vector<std::string> words = command();
    words.insert(words.end(), {"--jobs", "1"});
    RunningClass running(words);
    ASSERT_TRUE(running.wait_for("1/4  ")) << running.heard();
    const int status = running.end_with(SIGINT);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 130) {
        EXPECT_THAT(running.heard(),
                    AllOf(HasSubstr("of 4 results are stored in"), HasSubstr("Go on with:\nsockgrade batch "),
                          HasSubstr("--seed 5 --jobs 1 --resume"), Not(HasSubstr("failed: its")),
                          Not(HasSubstr("nothing was left behind"))));
    } else {
        EXPECT_EQ(WEXITSTATUS(status), 1) << "it had ended before the signal came: " << running.heard();
    }
    EXPECT_THAT(batch({"--resume"}).text, HasSubstr("3 passed, 1 failed"));
}

TEST_F(ClassOnTheCommandLine, TwoRunsDoNotWriteToOneFolder) {
    small_class();
    RunningClass first(command());
    ASSERT_TRUE(first.wait_for("4 to do")) << first.heard();
    const Said second = batch({"--resume"});
    // The first may have ended; else the second says who is there.
    if (second.status == 2) {
        EXPECT_THAT(second.text, HasSubstr("another sockgrade (process "));
    }
    first.wait_for("to look at");
    EXPECT_THAT(batch({"--resume"}).text, HasSubstr("3 passed, 1 failed"));
}

TEST_F(ClassOnTheCommandLine, PartsOfAClassAreTheWhole) {
    small_class();
    batch();
    const std::string whole = run({"report", out()}).text;
    for (const char* part : {"1", "2"}) {
        std::vector<std::string> words = command();
        words[4] = path(part);
        words.insert(words.end(), {"--shard", std::string(part) + "/2"});
        EXPECT_THAT(run(words).text, HasSubstr("2 to do"));
    }
    const Said merged = run({"merge", path("1"), path("2"), "--out", path("merged")});
    EXPECT_EQ(merged.status, 1) << merged.text;
    EXPECT_EQ(merged.text, whole);
    EXPECT_EQ(run({"compare", out(), path("merged")}).text, "0 changed, 4 as before\n");
    EXPECT_THAT(run({"compare", path("1"), path("merged")}).text, HasSubstr("2 changed, 2 as before"));
    EXPECT_EQ(batch({"--shard", "3/2"}).status, 2);
}

// A class of two with a due date: what changes afterwards is how it is counted.
class GradesByTheRules : public ClassOnTheCommandLine {
  protected:
    void SetUp() override {
        hand_in("class/Ann Lee_7_assignsubmission_file_/server.py", "accepted/plain.py");
        add("class/Bo Ray_8_assignsubmission_file_/server.py", "import socket\nsocket.socket(0)\n");
        add("class.csv",
            "Identifier,Full name,Last modified (submission),Grade\n"
            "Participant 7,Ann Lee,\"Saturday, 14 March 2026, 8:00 AM\",\n"
            "Participant 8,Bo Ray,\"Thursday, 12 March 2026, 11:59 PM\",\n");
        assignment(R"(due: 2026-03-12 23:59
late: { percent-a-day: 10, free-days: 1 }
)",
                   10);
    }
    void assignment(const std::string& rules, int points) const {
        add("week.yaml", "assignment: week\n" + rules +
                             "exercises:\n  - { exercise: udp-capitalize-server, points: " +
                             std::to_string(points) + " }\n");
    }
    Said graded(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"--roster", path("class.csv")};
        words.insert(words.end(), more.begin(), more.end());
        return batch(words, path("week.yaml"));
    }
};

TEST_F(GradesByTheRules, BeingLateCostsAndOtherRulesRunNothingAgain) {
    const Said first = graded();
    EXPECT_EQ(first.status, 1) << first.text;
    EXPECT_THAT(first.text, AllOf(HasSubstr("9/10"), HasSubstr("2 days late: 10 % taken")));
    EXPECT_TRUE(fs::exists(out() + "/class.html"));
    // What counts more, and costs nothing: no program runs for it.
    assignment("", 20);
    const Said told = run({"report", out(), "--assignment", path("week.yaml")});
    EXPECT_THAT(told.text, AllOf(HasSubstr("20/20"), Not(HasSubstr("late"))));
    EXPECT_THAT(run({"report", out()}).text, HasSubstr("9/10")) << "it was for that report alone";
    const Said again = graded({"--resume"});
    EXPECT_THAT(again.text, AllOf(HasSubstr("; 0 to do"), HasSubstr("20/20")));
    EXPECT_THAT(run({"report", out()}).text, HasSubstr("20/20"));
}

TEST_F(GradesByTheRules, LintReadsAssignmentsToo) {
    EXPECT_THAT(run({"lint", path("week.yaml")}).text, HasSubstr("well formed, an assignment of 1 exercise"));
    assignment("late: { percent-a-day: 10 }\n", 10);
    const Said said = run({"lint", path("week.yaml")});
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, HasSubstr("week.yaml:2:1: late: 'late' counts from 'due', which is missing"));
}

TEST_F(GradesByTheRules, WithoutATimeNothingIsTaken) {
    add("class.csv", "Identifier,Full name\nParticipant 7,Ann Lee\nParticipant 8,Bo Ray\n");
    const Said said = graded();
    EXPECT_THAT(said.text, AllOf(HasSubstr("10/10"), HasSubstr("The times of 2 hand-ins are not known")))
        << said.text;
    add("times.csv", "name,submitted\nAnn Lee,2026-03-17 08:00\n");
    EXPECT_THAT(graded({"--resume", "--times", path("times.csv")}).text,
                HasSubstr("5 days late: 40 % taken"));
}

TEST_F(GradesByTheRules, CorrectionsAreInEveryReportAndSurviveARegrade) {
    graded();
    fs::copy(out(), path("before"), fs::copy_options::recursive);
    add("results/overrides.csv",
        "student,exercise,points,reason\n\"Ray, Bo\",,7.5,=SHOWN <b>in the lab</b>\n");
    EXPECT_THAT(
        run({"report", out()}).text,
        AllOf(HasSubstr("7.5/10"), HasSubstr("corrected by hand, 0 before: =SHOWN <b>in the lab</b>")));
    EXPECT_THAT(run({"report", out(), "--format", "csv"}).text,
                AllOf(HasSubstr(",failed,7.5,10,"), HasSubstr("\"'=SHOWN <b>in the lab</b>\"")));
    EXPECT_THAT(run({"report", out(), "--points"}).text, HasSubstr(",7.5,7.5\r\n"));
    EXPECT_THAT(run({"report", out(), "--only", "Bo Ray"}).text,
                AllOf(HasSubstr("Your instructor has set this grade: 7.5 of 10 points. Reason:"),
                      HasSubstr("=SHOWN <b>in the lab</b>")));
    EXPECT_THAT(run({"report", out(), "--format", "html"}).text,
                AllOf(HasSubstr("7.5/10"), HasSubstr("corrected"), Not(HasSubstr("<b>in the lab"))));
    EXPECT_THAT(run({"compare", path("before"), out()}).text,
                AllOf(HasSubstr("another correction by hand"), HasSubstr("1 changed, 1 as before")));
    EXPECT_THAT(run({"compare", path("before"), out(), "--format", "csv"}).text,
                HasSubstr("\"udp-capitalize-server\",0,7.5,"));
    EXPECT_THAT(run({"compare", path("before"), out(), "--format", "html"}).text,
                AllOf(HasSubstr("<!DOCTYPE html>"), HasSubstr("1 changed")));
    EXPECT_EQ(run({"compare", path("before"), out(), "--format", "junit"}).status, 2);
    EXPECT_THAT(graded({"--rerun", "failed"}).text, AllOf(HasSubstr("; 1 to do"), HasSubstr("7.5/10")));
    EXPECT_EQ(
        run({"report", out(), "--grade-book", path("class.csv"), "--output", path("filled.csv")}).status, 0);
    EXPECT_THAT(text_in(path("filled.csv")),
                AllOf(HasSubstr("8:00 AM\",9\n"), HasSubstr("11:59 PM\",7.5\n")));
}

TEST_F(GradesByTheRules, AMistakeInACorrectionIsSaidBeforeAnythingRuns) {
    add("fixes.csv", "student,exercise,points,reason\nBo Ray,udp-capitalise-server,1,x\n");
    const Said said = graded({"--overrides", path("fixes.csv")});
    EXPECT_EQ(said.status, 2);
    EXPECT_THAT(said.text, AllOf(HasSubstr("fixes.csv:2:8: expected udp-capitalize-server"),
                                 HasSubstr("did you mean"), Not(HasSubstr("to do"))));
    add("fixes.csv", "student,exercise,points,reason\nBo Ray,,1,x\n");
    EXPECT_THAT(graded({"--overrides", path("fixes.csv"), "--resume"}).text, HasSubstr("1/10"));
    EXPECT_THAT(run({"report", out()}).text, HasSubstr("1/10")) << "where they are is known";
    fs::remove(path("fixes.csv"));
    EXPECT_THAT(run({"report", out()}).text, HasSubstr("fixes.csv' is not there")) << "never without them";
}

TEST_F(GradesByTheRules, FeedbackGoesBackAsItCame) {
    graded();
    const Said said = run({"report", out(), "--layout", "moodle", "--output", path("back.zip")});
    EXPECT_THAT(said.text, HasSubstr("2 pages for moodle"));
    EXPECT_EQ(said.status, 0) << "it was written, although somebody failed";
    EXPECT_EQ(text_in(path("back.zip")).substr(0, 2), "PK");
    run({"report", out(), "--layout", "moodle", "--output", path("back")});
    const std::string page = text_in(path("back/Ann Lee_7_assignsubmission_file_/feedback.html"));
    EXPECT_THAT(page, AllOf(HasSubstr("This counts 9 of 10 points."), HasSubstr("2 days late: 10 % taken")));
    const Said wrong = run({"report", out(), "--layout", "canvas", "--output", path("canvas")});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.text, HasSubstr("no hand-in in"));
    EXPECT_EQ(run({"report", out(), "--layout", "moodle"}).status, 2) << "without --output";
}

TEST_F(ClassOnTheCommandLine, FeedbackForCanvasAndGradescope) {
    hand_in("class/leeann_LATE_7_100_server.py", "accepted/plain.py");
    hand_in("class/raybo.py", "accepted/plain.py");
    batch();
    const Said said = run({"report", out(), "--layout", "canvas", "--output", path("back")});
    EXPECT_THAT(said.text, HasSubstr("1 hand-in is not from there, and has no page: \"raybo\""));
    EXPECT_THAT(text_in(path("back/leeann_LATE_7_100_feedback.html")), HasSubstr("<!DOCTYPE html>"));
    fs::remove_all(path("class"));
    hand_in("class/submission_11/server.py", "accepted/plain.py");
    hand_in("class/submission_12/server.py", "accepted/plain.py");
    add("class/submission_metadata.yml",
        "submission_11:\n  :submitters:\n  - :name: Ann Lee\n    :sid: s7\n");
    fs::remove_all(out());
    batch();
    run({"report", out(), "--layout", "gradescope", "--output", path("scope")});
    const auto json = nlohmann::json::parse(text_in(path("scope/submission_11/results.json")));
    EXPECT_GT(json.at("score").get<double>(), 0);
}

TEST_F(ClassOnTheCommandLine, WhoFitsNobodyComesLastAndOnlyWhereAskedFor) {
    small_class();
    add("class.csv", "id,name\n1,Ann\n2,Bo\n3,Ivy\n");
    const std::string last = "note: 2 hand-ins fit nobody on the class list: \"cy\" and \"dee\"\n";
    const Said all = batch({"--roster", path("class.csv")});
    // Behind the grades, and before what is to be done.
    EXPECT_THAT(all.text, HasSubstr("3 passed, 1 failed, 0 missing, 1 to look at\n" + last + "Look at Ivy"));
    const Said one = batch({"--roster", path("class.csv"), "--resume", "--only", "ann"});
    EXPECT_THAT(one.text, Not(HasSubstr("note:")));
    // Of who is absent nothing is done again for the sake of somebody else, with the class list or without.
    const Said again = batch({"--roster", path("class.csv"), "--rerun", "ann"});
    EXPECT_THAT(again.text, AllOf(HasSubstr("; 1 to do"), Not(HasSubstr("absent"))));
    EXPECT_THAT(batch({"--rerun", "ann"}).text, AllOf(HasSubstr("; 1 to do"), HasSubstr("Ivy")));
}

TEST_F(ClassOnTheCommandLine, PartsWithOtherRulesOrCorrectionsAreNotMerged) {
    small_class();
    const auto part = [&](const std::string& k, int points) {
        add("week.yaml", "assignment: week\nexercises:\n  - { exercise: udp-capitalize-server, points: " +
                             std::to_string(points) + " }\n");
        run({"batch", path("week.yaml"), path("class"), "--out", path(k), "--seed", "5", "--shard",
             k + "/2"});
    };
    part("1", 10);
    part("2", 20);
    EXPECT_THAT(run({"merge", path("1"), path("2"), "--out", path("m")}).text,
                HasSubstr("count points in another way"));
    part("2", 10);
    fs::remove_all(path("2"));
    part("2", 10);
    add("1/overrides.csv", "student,exercise,points,reason\nann,,3,x\n");
    EXPECT_THAT(run({"merge", path("1"), path("2"), "--out", path("m")}).text,
                HasSubstr("put those of all parts into one file"));
    EXPECT_THAT(
        run({"merge", path("1"), path("2"), "--out", path("m"), "--overrides", path("1/overrides.csv")}).text,
        HasSubstr("3/10"));
    EXPECT_THAT(run({"report", path("m")}).text, HasSubstr("3/10"));
}

// On a file system of 128 KiB, in a mount namespace of its own; the test needs root, as all of ours do.
TEST_F(ClassOnTheCommandLine, AFullDiskKeepsWhatIsStored) {
    small_class();
    fs::create_directories(path("small"));
    const std::string program = sockgrade_program();
    const std::string words = " batch " + std::string(kClassExercise) + " " + path("class") + " --out " +
                              path("small/results") + " --seed 5 --jobs 1";
    const Said said =
        run_program({"unshare", "--mount", "sh", "-c",
                     "mount -t tmpfs -o size=128k none " + path("small") + " && { " + program + words +
                         "; echo status $?; mount -o remount,size=64m " + path("small") + "; " + program +
                         words + " --resume; echo status $?; }"});
    EXPECT_THAT(said.text,
                AllOf(HasSubstr("the disk is full"), HasSubstr("of 4 results are stored in"),
                      HasSubstr("--jobs 1 --resume"), HasSubstr("status 3"),
                      HasSubstr("3 passed, 1 failed, 0 missing, 0 to look at\n"), HasSubstr("status 1")));
}

}  // namespace
}  // namespace sockgrade
